import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorPanel } from "../../app/ErrorPanel.tsx";
import { ViewLink } from "../../app/ViewLink.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { useTargetStates } from "../../charts/useTargetStates.ts";
import { useText } from "../../messages/useText.ts";
import { NATION } from "../../url/areaRef.ts";
import { type Catalogue, loadCatalogues } from "../../why/loadCatalogue.ts";
import { figurePages, type PageProps, pages } from "../pages.ts";
import { MeasureEntry } from "./MeasureEntry.tsx";
import { searchCatalogue } from "./searchCatalogue.ts";
import "../../theme/measures.css";

/** Danh mục chỉ số: what every measure means, how it is computed, and where it is shown. */
export default function MeasuresPage({ frame }: PageProps): ReactNode {
  const { t, language } = useText();
  const { view, go } = useView();
  const catalogues = useQuery({ queryKey: ["catalogues"], queryFn: loadCatalogues });
  const targets = useTargetStates({ ...frame, area: NATION });
  if (catalogues.error) return <ErrorPanel error={catalogues.error} retry={() => void catalogues.refetch()} />;
  if (!catalogues.data) return <div className="skeleton page-skeleton" role="status" aria-label={t("state.loading")} />;
  const all = catalogues.data.toSorted((a, b) => pageOrder(a) - pageOrder(b));
  const found = searchCatalogue(all, { text: view.search, code: view.code }, language);
  const count = countOf(found);
  const isKnown = view.code === null || all.some((each) => each.view === view.code || isMeasure(each, view.code));
  const chosenView = isKnown ? (view.code?.split(".")[0] ?? null) : null;
  return (
    <>
      <div className="page-head">
        <h1>{t("page.measures")}</h1>
        <p className="headline">{t("measures.intro", { count: countOf(all), views: all.length })}</p>
      </div>
      <search className="measures-search">
        <input
          type="search"
          className="field"
          aria-label={t("measures.search")}
          placeholder={t("measures.placeholder")}
          value={view.search}
          maxLength={100}
          onChange={(event) => go({ search: event.target.value }, { replace: true })}
        />
        <nav aria-label={t("measures.view")}>
          <ul className="measures-views">
            <li>
              <ViewLink to={{ code: null }} aria-current={chosenView === null}>
                {t("measures.all")}
              </ViewLink>
            </li>
            {all.map((each) => (
              <li key={each.view}>
                <ViewLink to={{ code: each.view }} aria-current={chosenView === each.view}>
                  {each.title[language]}
                </ViewLink>
              </li>
            ))}
          </ul>
        </nav>
        <p role="status" className="measures-found">
          {isKnown ? t("measures.found", { count }) : t("measures.unknown", { name: view.code ?? "" })}
        </p>
      </search>
      {found.map((each) => (
        <section key={each.view} className="measures-group" aria-labelledby={`view-${each.view}`}>
          <h2 id={`view-${each.view}`}>{each.title[language]}</h2>
          <p className="measures-about">{each.description[language]}</p>
          {each.measures.map((measure) => (
            <MeasureEntry
              key={measure.name}
              measure={measure}
              catalogue={all.find((whole) => whole.view === each.view) ?? each}
              targets={targets?.get(`${measure.view}.${measure.name}`) ?? []}
              isChosen={view.code === `${measure.view}.${measure.name}`}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/** As the rail leads through the subjects; views without a page last. */
const pageOrder = ({ view }: Catalogue) => {
  const index = figurePages.findIndex((name) => pages[name].view === view);
  return index < 0 ? figurePages.length : index;
};
const countOf = (catalogues: readonly Catalogue[]) =>
  catalogues.reduce((count, { measures }) => count + measures.length, 0);
const isMeasure = ({ measures }: Catalogue, code: string | null) =>
  measures.some(({ view, name }) => `${view}.${name}` === code);
