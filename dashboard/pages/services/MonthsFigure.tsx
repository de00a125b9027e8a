import { useMemo } from "react";
import { Figure } from "../../charts/Figure.tsx";
import { LazyChart } from "../../charts/LazyChart.tsx";
import { usePeers } from "../../data/usePeers.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { usePalette } from "../../theme/usePalette.ts";
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
  const months = panels[0]?.months ?? [];
  const hasYearBefore = panels.some((panel) => panel.months.some(({ yearBefore }) => yearBefore !== null));
  const range = t("period.range", {
    from: format.month(months[0]?.month ?? ""),
    to: format.month(months.at(-1)?.month ?? ""),
  });
  return (
    <Figure
      why={measures.map(services.meta)}
      title={t("services.months.title")}
      unit={t("services.months.unit")}
      period={range}
      table={
        bundle.data && {
          columns: [
            { label: t("services.months.month"), kind: "text" },
            ...measures.map((measure) => ({
              label: services.meta(measure).title[language],
              kind: services.meta(measure).unit === "percent" ? ("share" as const) : ("number" as const),
            })),
          ],
          rows: months
            .map(({ month }, index) => [
              format.month(month),
              ...panels.map((panel) => panel.months[index]?.value ?? null),
            ])
            .reverse(),
        }
      }
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={months.length === 0}
      notes={<p>{t(hasYearBefore ? "services.months.dashed" : "services.months.noYearBefore")}</p>}
    >
      <div className="panels">
        {panels.map((panel) => (
          <Panel key={panel.measure} {...panel} range={range} />
        ))}
      </div>
    </Figure>
  );
}

const ignore = () => undefined;

function Panel({ measure, months, range }: { measure: Measure; months: readonly Month[]; range: string }) {
  const { t, format, language } = useText();
  const palette = usePalette();
  const meta = services.meta(measure);
  const option = useMemo(
    () =>
      monthsOption(months, meta.unit === "percent", palette, format, {
        value: t("services.months.thisYear"),
        yearBefore: t("services.months.yearBefore"),
        write: (value) => formatMeasure(value, meta, format, "full"),
      }),
    [months, meta, palette, format, t],
  );
  return (
    <section>
      <h3>{meta.title[language]}</h3>
      <p>{t(`measureUnit.${meta.unit}`)}</p>
      <LazyChart
        option={option}
        height={150}
        label={t("services.months.aria", { measure: meta.title[language], range })}
        onReady={ignore}
      />
    </section>
  );
}
