import dayjs from "dayjs";
import { useMemo } from "react";
import { Figure } from "../../charts/Figure.tsx";
import { LazyChart } from "../../charts/LazyChart.tsx";
import type { DayRange } from "../../data/periods.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { PeerKey } from "../../peers/PeerKey.tsx";
import { usePeerTrends } from "../../peers/usePeerTrends.ts";
import { usePalette } from "../../theme/usePalette.ts";
import { ComparedMonths } from "./ComparedMonths.tsx";
import { chooseMonths } from "./chooseMonths.ts";
import { monthsOption } from "./monthsOption.ts";
import { type Month, prepareMonths } from "./prepareMonths.ts";
import { services, type useServiceMonths } from "./services.ts";

const measures = ["outpatient_visits", "inpatient_admissions", "bed_occupancy_rate", "average_length_of_stay"] as const;
type Measure = (typeof measures)[number];

/** Visits, admissions, occupancy and length of stay by month, each against the year before or against other areas. */
export function MonthsFigure({ bundle }: { bundle: ReturnType<typeof useServiceMonths> }) {
  const { t, format, language } = useText();
  const newest = chooseMonths(bundle.data?.points ?? [], measures, null).current?.date ?? null;
  const panels = useMemo(
    () => measures.map((measure) => ({ measure, months: prepareMonths(bundle.data?.points ?? [], newest, measure) })),
    [bundle.data, newest],
  );
  const months = panels[0]?.months ?? [];
  const named = useMemo(
    () => measures.map((measure) => services.meta(measure)).map((meta) => ({ meta, name: meta.title[language] })),
    [language],
  );
  const year = useMemo(() => yearTo(newest), [newest]);
  const compared = usePeerTrends(bundle, named, year);
  const hasYearBefore = panels.some((panel) => panel.months.some(({ yearBefore }) => yearBefore !== null));
  const [first = "", last = ""] = compared?.days ?? [months[0]?.month, months.at(-1)?.month];
  const range = t("period.range", { from: format.month(first), to: format.month(last) });
  return (
    <Figure
      why={measures.map(services.meta)}
      title={t("services.months.title")}
      unit={t("services.months.unit")}
      period={range}
      table={
        compared?.table ??
        (bundle.data && {
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
        })
      }
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={compared?.isEmpty ?? months.length === 0}
      notes={
        compared ? (
          <PeerKey trends={compared.trends} />
        ) : (
          <p>{t(hasYearBefore ? "services.months.dashed" : "services.months.noYearBefore")}</p>
        )
      }
    >
      <div className="panels">
        {compared
          ? compared.panels.map((panel) => <ComparedMonths key={panel.title} panel={panel} range={range} />)
          : panels.map((panel) => <Panel key={panel.measure} {...panel} range={range} />)}
      </div>
    </Figure>
  );
}

/** The days of the twelve months up to the newest one told of: reports are of whole months. */
function yearTo(newest: string | null): DayRange | undefined {
  if (newest === null) return undefined;
  const last = dayjs(newest).endOf("month");
  return [last.subtract(11, "month").startOf("month").format("YYYY-MM-DD"), last.format("YYYY-MM-DD")];
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
