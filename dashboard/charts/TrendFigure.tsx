import { useMemo, useState } from "react";
import { useView } from "../app/ViewProvider.tsx";
import { usePeers } from "../data/usePeers.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { useText } from "../messages/useText.ts";
import { PeerFigure } from "../peers/PeerFigure.tsx";
import type { PeerSeries } from "../peers/usePeerTrends.ts";
import { usePalette } from "../theme/usePalette.ts";
import type { Snapshot } from "./EChart.tsx";
import { Figure } from "./Figure.tsx";
import { GrainChoice } from "./GrainChoice.tsx";
import { LazyChart, snapshotPainter } from "./LazyChart.tsx";
import { prepareTrend } from "./prepareTrend.ts";
import { trendOption } from "./trendOption.ts";
import { useMonthChoice } from "./useMonthChoice.ts";

interface Series {
  meta: MeasureMeta;
  name: string;
}
interface Props {
  title: string;
  unit: string;
  /** What the chart shows over which days, for those who do not see it. */
  describe(range: string): string;
  /** The first is drawn as columns, the second as a line. */
  series: readonly [Series] | readonly [Series, Series];
  bundle: PeerSeries;
}

/** Measures by week or month of the period, beside other areas where the reader compares with some; alone, a month narrows the page to it. */
export function TrendFigure(props: Props) {
  const { peers } = usePeers();
  if (peers.length === 0) return <AloneFigure {...props} />;
  return <PeerFigure title={props.title} measures={props.series} bundle={props.bundle} className="span-5" />;
}

function AloneFigure({ title, unit, describe, series, bundle }: Props) {
  const { t, format } = useText();
  const { view } = useView();
  const palette = usePalette();
  const [snapshot, setSnapshot] = useState<{ take: Snapshot } | null>(null);
  const [onReady] = useState(() => (take: Snapshot) => setSnapshot({ take }));
  const { data } = bundle;
  const months = useMonthChoice(data?.grain ?? view.grain);
  const grain = data?.grain ?? view.grain;
  const chosen = months?.chosen ?? null;
  const buckets = useMemo(() => {
    const metas = series.map(({ meta }) => meta);
    return data ? prepareTrend(data.points, data.grain, data.frame.course, metas) : [];
  }, [data, series]);
  const option = useMemo(
    () =>
      trendOption(
        buckets,
        grain,
        palette,
        series.map(({ name }) => name),
        format,
        chosen,
      ),
    [buckets, grain, palette, series, format, chosen],
  );
  const [from, to] = bundle.frame.course;
  const range = t("period.range", { from: format.day(from), to: format.day(to) });
  return (
    <Figure
      title={title}
      unit={unit}
      period={range}
      table={
        data && {
          columns: [
            { label: t(`trend.bucket.${grain}`), kind: "day" },
            ...series.map(({ name }) => ({ label: name, kind: "number" as const })),
          ],
          rows: buckets.map(({ day, values }) => [day, ...values]).reverse(),
        }
      }
      painter={snapshotPainter(snapshot?.take ?? null)}
      months={months}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={buckets.every(({ values }) => values.every((value) => !value))}
      className="span-5"
      why={series.map(({ meta }) => meta)}
      tools={<GrainChoice />}
      notes={
        <ul className="key">
          {series.map(({ name }, index) => (
            <li key={name}>
              <i className={index === 0 ? "key-box" : "key-line key-warn"} aria-hidden="true" /> {name}
            </li>
          ))}
          <li className="key-note">{t("trend.partial")}</li>
        </ul>
      }
    >
      <LazyChart
        option={option}
        label={describe(range)}
        onReady={onReady}
        onPick={(index) => months?.choose(buckets[index]?.day ?? "")}
      />
    </Figure>
  );
}
