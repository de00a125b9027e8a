import { useCallback, useMemo } from "react";
import { useView } from "../../app/ViewProvider.tsx";
import type { Snapshot } from "../../charts/EChart.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { LazyChart } from "../../charts/LazyChart.tsx";
import { panelsPainter } from "../../charts/panelsPainter.ts";
import { prepareTrend, type TrendBucket } from "../../charts/prepareTrend.ts";
import { useSnapshots } from "../../charts/useSnapshots.ts";
import { bucketDays } from "../../data/periods.ts";
import type { MeasureMeta } from "../../data/viewCatalogue.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { usePalette } from "../../theme/usePalette.ts";
import { NATION } from "../../url/areaRef.ts";
import { cellOf, type WhyCell } from "../../url/whyCell.ts";
import type { SubjectMonths } from "./facility.ts";
import { panelOption } from "./panelOption.ts";

/** What the facility told of one subject, month by month. */
export function SubjectFigure({ subject, metas, bundle }: SubjectMonths) {
  const { t, format, language } = useText();
  const { view } = useView();
  const { data, frame } = bundle;
  // What a facility does not name in a month was not told: no measure of one facility is zero by itself.
  const buckets = useMemo(() => {
    const asGaps = metas.map(({ name }) => ({ name, missing: "gap" as const }));
    return data ? prepareTrend(data.points, "month", data.frame.history, asGaps) : [];
  }, [data, metas]);
  const told = metas
    .map((meta, index) => ({ meta, index }))
    .filter(({ index }) => buckets.some(({ values }) => (values[index] ?? null) !== null));
  const { painterOf, onReady } = useSnapshots();
  const whyOf = (meta: MeasureMeta, bucket: TrendBucket | undefined) =>
    bucket === undefined || view.code === null
      ? null
      : cellOf(meta, {
          area: NATION,
          days: bucketDays(bucket.day, "month", frame.history),
          where: [["facility_code", [view.code]]],
        });
  const [from, to] = frame.history;
  return (
    <Figure
      title={t(`page.${subject}`)}
      unit={t("facilityPage.byPanel")}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      table={
        data && {
          columns: [
            { label: t("trend.bucket.month"), kind: "text" },
            ...metas.map((meta) => ({
              label: meta.title[language],
              kind: meta.unit === "percent" ? ("share" as const) : ("number" as const),
            })),
          ],
          rows: buckets.map(({ day, values }) => [format.month(day), ...values]).reverse(),
          whyOf: (row, column) => {
            const meta = metas[column - 1];
            return meta === undefined ? null : whyOf(meta, buckets.at(-1 - row));
          },
        }
      }
      painter={panelsPainter(told.map(({ meta }) => ({ title: meta.title[language], painter: painterOf(meta.name) })))}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={told.length === 0}
      emptyMessage={t("facilityPage.nothingTold")}
      className="span-12"
      notes={<p>{t("why.pick")}</p>}
    >
      <div className="facility-panels">
        {told.map(({ meta, index }) => (
          <Panel key={meta.name} meta={meta} index={index} buckets={buckets} onReady={onReady} whyOf={whyOf} />
        ))}
      </div>
    </Figure>
  );
}

interface PanelProps {
  meta: MeasureMeta;
  index: number;
  buckets: readonly TrendBucket[];
  onReady(name: string, snapshot: Snapshot): void;
  whyOf(meta: MeasureMeta, bucket: TrendBucket | undefined): WhyCell | null;
}

function Panel({ meta, index, buckets, onReady, whyOf }: PanelProps) {
  const { t, format, language } = useText();
  const { go } = useView();
  const palette = usePalette();
  const name = meta.title[language];
  const option = useMemo(
    () => panelOption(buckets, index, meta, name, palette, format),
    [buckets, index, meta, name, palette, format],
  );
  const newest = buckets.findLast(({ values }) => (values[index] ?? null) !== null);
  const onDrawn = useCallback((snapshot: Snapshot) => onReady(meta.name, snapshot), [onReady, meta]);
  const onPick = (at: number) => {
    const bucket = buckets[at];
    const why = (bucket?.values[index] ?? null) === null ? null : whyOf(meta, bucket);
    if (why) go({ why });
  };
  return (
    <section>
      <h3 title={meta.description[language]}>{name}</h3>
      <p>
        <b>{formatMeasure(newest?.values[index] ?? null, meta, format, "short")}</b>{" "}
        {newest && t("facilityPage.inMonth", { month: format.month(newest.day) })}
      </p>
      <LazyChart
        option={option}
        height={130}
        label={t("facilityPage.aria", { measure: name })}
        onReady={onDrawn}
        onPick={onPick}
      />
    </section>
  );
}
