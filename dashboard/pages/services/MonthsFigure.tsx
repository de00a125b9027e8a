import { useCallback, useMemo } from "react";
import type { Snapshot } from "../../charts/EChart.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { LazyChart } from "../../charts/LazyChart.tsx";
import { panelsPainter } from "../../charts/panelsPainter.ts";
import { type MonthChoice, useMonthChoice } from "../../charts/useMonthChoice.ts";
import { useSnapshots } from "../../charts/useSnapshots.ts";
import { bucketDays } from "../../data/periods.ts";
import { usePeers } from "../../data/usePeers.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { usePalette } from "../../theme/usePalette.ts";
import { cellOf } from "../../url/whyCell.ts";
import { ComparedMonthsFigure } from "./ComparedMonthsFigure.tsx";
import { chooseMonths } from "./chooseMonths.ts";
import { monthsOption } from "./monthsOption.ts";
import { type Month, prepareMonths } from "./prepareMonths.ts";
import { services, type useServiceMonths } from "./services.ts";

const measures = ["outpatient_visits", "inpatient_admissions", "bed_occupancy_rate", "average_length_of_stay"] as const;
type Measure = (typeof measures)[number];

interface Props {
  bundle: ReturnType<typeof useServiceMonths>;
}

/** Visits, admissions, occupancy and length of stay by month, each against the year before, or against other areas. */
export function MonthsFigure({ bundle }: Props) {
  const { peers } = usePeers();
  if (peers.length === 0) return <AloneFigure bundle={bundle} />;
  return <ComparedMonthsFigure bundle={bundle} measures={measures} />;
}

function AloneFigure({ bundle }: Props) {
  const { t, format, language } = useText();
  const panels = useMemo(() => {
    const points = bundle.data?.points ?? [];
    const newest = chooseMonths(points, measures, null).current?.date ?? null;
    return measures.map((measure) => ({ measure, months: prepareMonths(points, newest, measure) }));
  }, [bundle.data]);
  const { painterOf, onReady } = useSnapshots();
  const choice = useMonthChoice("month");
  const months = panels[0]?.months ?? [];
  const hasYearBefore = panels.some((panel) => panel.months.some(({ yearBefore }) => yearBefore !== null));
  const range = t("period.range", {
    from: format.month(months[0]?.month ?? ""),
    to: format.month(months.at(-1)?.month ?? ""),
  });
  const whyOf = (measure: Measure, month: string) =>
    cellOf(services.meta(measure), { days: bucketDays(month, "month", [month, bundle.frame.asOf]) });
  return (
    <Figure
      why={measures.map(services.meta)}
      title={t("services.months.title")}
      unit={t("services.months.unit")}
      period={range}
      table={
        bundle.data && {
          columns: [
            { label: t("services.months.month"), kind: "day" },
            ...measures.map((measure) => ({
              label: services.meta(measure).title[language],
              kind: services.meta(measure).unit === "percent" ? ("share" as const) : ("number" as const),
            })),
          ],
          rows: months
            .map(({ month }, index) => [month, ...panels.map((panel) => panel.months[index]?.value ?? null)])
            .reverse(),
          whyOf: (row, column) => {
            const [measure, month] = [measures[column - 1], months.at(-1 - row)?.month];
            return measure === undefined || month === undefined ? null : whyOf(measure, month);
          },
        }
      }
      painter={panelsPainter(
        panels.map(({ measure }) => ({
          title: `${services.meta(measure).title[language]} · ${t(`measureUnit.${services.meta(measure).unit}`)}`,
          painter: painterOf(measure),
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={384}
      months={choice}
      isEmpty={months.length === 0}
      notes={<p>{t(hasYearBefore ? "services.months.dashed" : "services.months.noYearBefore")}</p>}
    >
      <div className="panels">
        {panels.map((panel) => (
          <Panel key={panel.measure} {...panel} range={range} onReady={onReady} choice={choice} />
        ))}
      </div>
    </Figure>
  );
}

interface PanelProps {
  measure: Measure;
  months: readonly Month[];
  range: string;
  onReady(name: string, snapshot: Snapshot): void;
  choice: MonthChoice | null;
}

function Panel({ measure, months, range, onReady, choice }: PanelProps) {
  const { t, format, language } = useText();
  const palette = usePalette();
  const meta = services.meta(measure);
  const chosen = choice?.chosen ?? null;
  const option = useMemo(
    () =>
      monthsOption(months, chosen, meta.unit === "percent", palette, format, {
        value: t("services.months.thisYear"),
        yearBefore: t("services.months.yearBefore"),
        write: (value) => formatMeasure(value, meta, format, "full"),
      }),
    [months, chosen, meta, palette, format, t],
  );
  const onDrawn = useCallback((snapshot: Snapshot) => onReady(measure, snapshot), [onReady, measure]);
  const onPick = (index: number) => {
    const month = months[index]?.month;
    if (month !== undefined) choice?.choose(month);
  };
  return (
    <section>
      <h3>{meta.title[language]}</h3>
      <p>{t(`measureUnit.${meta.unit}`)}</p>
      <LazyChart
        option={option}
        height={150}
        label={t("services.months.aria", { measure: meta.title[language], range })}
        onReady={onDrawn}
        onPick={onPick}
      />
    </section>
  );
}
