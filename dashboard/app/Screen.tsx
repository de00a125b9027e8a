import { Suspense, useMemo } from "react";
import { ApiError } from "../data/ApiError.ts";
import type { ResolvedFrame } from "../data/frame.ts";
import { EVERYTHING } from "../data/narrowing.ts";
import { type useAbout, useArea } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { type PageName, pages } from "../pages/pages.ts";
import { NATION } from "../url/areaRef.ts";
import { writeUrl } from "../url/viewState.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { ErrorPanel } from "./ErrorPanel.tsx";
import { FigureContext, type FigureFrame } from "./FigureContext.tsx";
import { lazyPart } from "./lazyPart.ts";
import { ViewLink } from "./ViewLink.tsx";
import { useView } from "./ViewProvider.tsx";

const EmptyWarehouse = lazyPart(() => import("./EmptyWarehouse.tsx"));

interface Props {
  about: ReturnType<typeof useAbout>;
  resolved: ResolvedFrame | null;
}

/** The chosen page, or why there is none. */
export function Screen({ about, resolved }: Props) {
  const { t } = useText();
  const { view } = useView();
  const area = useArea(view.area, view.structure);
  const figureFrame = useFigureFrame(
    view.page,
    about.data,
    resolved,
    view.area.level === "nation" ? undefined : area.data?.unit.fullName,
  );
  if (!about.data) {
    return about.error ? <ErrorPanel error={about.error} retry={() => void about.refetch()} /> : <PageSkeleton />;
  }
  if (!resolved) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <EmptyWarehouse />
      </Suspense>
    );
  }
  // Only a server that answers may say that there is no such unit.
  const isUnknownArea = area.error instanceof ApiError && area.error.details.status === 404;
  if (area.error && !isUnknownArea) return <ErrorPanel error={area.error} retry={() => void area.refetch()} />;
  if (isUnknownArea) {
    return (
      <div className="empty-page">
        <h1>{t("area.notFound", { code: view.area.code })}</h1>
        <p>{t("area.notFoundFix", { structure: t(`structure.${view.structure}`) })}</p>
        <p>
          <ViewLink to={{ area: NATION }}>{t("area.backToNation")}</ViewLink>
        </p>
      </div>
    );
  }
  const Page = pages[view.page].component;
  return (
    <FigureContext value={figureFrame}>
      <ErrorBoundary resetKey={writeUrl(view)}>
        <Suspense fallback={<PageSkeleton />}>
          <Page frame={resolved.frame} />
        </Suspense>
      </ErrorBoundary>
    </FigureContext>
  );
}

function PageSkeleton() {
  const { t } = useText();
  return <div className="skeleton page-skeleton" role="status" aria-label={t("state.loading")} />;
}

function useFigureFrame(
  page: PageName,
  about: Props["about"]["data"],
  resolved: ResolvedFrame | null,
  areaName: string | undefined,
): FigureFrame {
  const { t, format } = useText();
  return useMemo(() => {
    const isSample = about?.dataset === "sample";
    const scale = format.integer(about?.sampleScale ?? null);
    const parts = [
      t(`page.${page}.source`),
      t("figure.dataTime", { day: format.day(about?.dataDate ?? null) }),
      ...(isSample ? [t("sample.short", { scale })] : []),
    ];
    const name = areaName ?? t("area.nation");
    return {
      areaName: name,
      only: resolved?.frame.only ?? EVERYTHING,
      source: parts.join(" · "),
      sampleMark: isSample ? { column: t("sample.column"), value: t("sample.short", { scale }) } : null,
      filePrefix: [name, resolved?.frame.asOf ?? "", ...(isSample ? ["mau"] : [])].join("-"),
    };
  }, [page, about, resolved, areaName, t, format]);
}
