import { useMemo, useState } from "react";
import { useView } from "../app/ViewProvider.tsx";
import type { useTrend } from "../data/bundles.ts";
import { measureCatalogue } from "../data/measureCatalogue.ts";
import { useText } from "../messages/useText.ts";
import { usePalette } from "../theme/usePalette.ts";
import { grains } from "../url/choices.ts";
import type { Snapshot } from "./EChart.tsx";
import { Figure } from "./Figure.tsx";
import { LazyChart, snapshotPainter } from "./LazyChart.tsx";
import { prepareTrend } from "./prepareTrend.ts";
import { Segmented } from "./Segmented.tsx";
import { trendOption } from "./trendOption.ts";

const metas = {
  injected: measureCatalogue("doses_injected_in_period"),
  entered: measureCatalogue("doses_entered_in_period"),
};

/** Doses given and doses entered, by week or month of the period. */
export function TrendFigure({ bundle }: { bundle: ReturnType<typeof useTrend> }) {
  const { t, format } = useText();
  const { view, go } = useView();
  const palette = usePalette();
  const [snapshot, setSnapshot] = useState<{ take: Snapshot } | null>(null);
  const [onReady] = useState(() => (take: Snapshot) => setSnapshot({ take }));
  const { data } = bundle;
  const buckets = useMemo(() => (data ? prepareTrend(data.buckets, data.grain, data.frame.period, metas) : []), [data]);
  const grain = data?.grain ?? view.grain;
  const option = useMemo(() => trendOption(buckets, grain, palette, t, format), [buckets, grain, palette, t, format]);
  const [from, to] = bundle.frame.period;
  const range = t("period.range", { from: format.day(from), to: format.day(to) });
  return (
    <Figure
      title={t("trend.title")}
      unit={t(`trend.unit.${grain}`)}
      period={range}
      table={
        data && {
          columns: [
            { label: t(`trend.bucket.${grain}`), kind: "day" },
            { label: t("trend.injected"), kind: "number" },
            { label: t("trend.entered"), kind: "number" },
          ],
          rows: buckets.map((bucket) => [bucket.day, bucket.injected, bucket.entered]).reverse(),
        }
      }
      painter={snapshotPainter(snapshot?.take ?? null)}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={buckets.every((bucket) => !bucket.injected && !bucket.entered)}
      className="span-5"
      tools={
        <Segmented
          name={t("trend.grain")}
          value={view.grain}
          options={grains.map((value) => ({ value, label: t(`grain.${value}`) }))}
          onChoose={(next) => go({ grain: next }, { replace: true })}
        />
      }
      notes={
        <ul className="key">
          <li>
            <i className="key-box" aria-hidden="true" /> {t("trend.injected")}
          </li>
          <li>
            <i className="key-line key-warn" aria-hidden="true" /> {t("trend.entered")}
          </li>
          <li className="key-note">{t("trend.partial")}</li>
        </ul>
      }
    >
      <LazyChart option={option} label={t("trend.aria", { range })} onReady={onReady} />
    </Figure>
  );
}
