import { useView } from "../app/ViewProvider.tsx";
import type { useTotals } from "../data/bundles.ts";
import { useText } from "../messages/useText.ts";
import { counts } from "../url/choices.ts";
import { barsPainter, type PaintedBar } from "./barsPainter.ts";
import { Figure } from "./Figure.tsx";
import { Funnel } from "./Funnel.tsx";
import type { FigureTable } from "./figureTable.ts";
import { type FunnelStep, prepareFunnel } from "./prepareFunnel.ts";
import { Segmented } from "./Segmented.tsx";

/** The life of a record, from the injection to the verification. */
export function FunnelFigure({ bundle }: { bundle: ReturnType<typeof useTotals> }) {
  const { t, format } = useText();
  const { view, go } = useView();
  const steps = prepareFunnel(bundle.data?.current, view.count);
  const table: FigureTable = {
    columns: [
      { label: t("funnel.step"), kind: "text" },
      { label: t(`unit.${view.count}`), kind: "number" },
      { label: t("funnel.passedShare"), kind: "share" },
    ],
    rows: steps.flatMap((step: FunnelStep) => [
      ...step.losses.map((loss) => [`↳ ${t(`funnel.loss.${loss.name}`)}`, loss.value, null]),
      [t(`funnel.${step.name}`), step.value, step.passed],
    ]),
  };
  const longest = Math.max(1, ...steps.map((step) => step.value ?? 0));
  const painter = barsPainter(
    steps.flatMap((step): PaintedBar[] => [
      ...step.losses.map((loss) => ({
        label: `  ↳ ${t(`funnel.loss.${loss.name}`)}`,
        value: format.compact(loss.value),
        share: loss.value === null ? null : loss.value / longest,
        tone: "warn" as const,
      })),
      {
        label: t(`funnel.${step.name}`),
        value: format.compact(step.value),
        share: step.share,
        ...(step.passed === null ? {} : { detail: format.percent(step.passed) }),
      },
    ]),
  );
  return (
    <Figure
      title={t("funnel.title")}
      unit={t(`unit.${view.count}`)}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={bundle.data && table}
      painter={painter}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={steps.every((step) => step.value === null)}
      className="span-7"
      tools={
        <Segmented
          name={t("count.label")}
          value={view.count}
          options={counts.map((value) => ({ value, label: t(`count.${value}`) }))}
          onChoose={(count) => go({ count }, { replace: true })}
        />
      }
      notes={view.count === "subjects" ? <p>{t("funnel.subjectsNote")}</p> : null}
    >
      <Funnel steps={steps} />
    </Figure>
  );
}
