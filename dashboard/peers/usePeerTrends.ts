import { useMemo } from "react";
import type { ChartOption } from "../charts/EChart.tsx";
import type { FigureTable } from "../charts/figureTable.ts";
import type { PeerPoints } from "../data/askPeers.ts";
import type { DayRange } from "../data/periods.ts";
import type { Bundle } from "../data/useBundle.ts";
import { usePeers } from "../data/usePeers.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { usePalette } from "../theme/usePalette.ts";
import { peerColumns } from "./peerColumns.ts";
import { PEERS_HEIGHT, type PeerPanel, peerTrendOption } from "./peerTrendOption.ts";
import { namedRows, type PeerTrend, preparePeerTrend, withoutLead } from "./preparePeerTrend.ts";

export type PeerSeries = Bundle<{
  grain: "week" | "month";
  points: readonly FigureRow[];
  peers: readonly PeerPoints[];
}>;
interface Compared {
  trends: PeerTrend[];
  /** One for each measure. */
  panels: PeerPanel[];
  /** Of all panels, each once. */
  unit: string;
  /** All of them, below one another. */
  option: ChartOption;
  table: FigureTable;
  /** The days drawn. */
  days: DayRange;
  isEmpty: boolean;
}

/**
 * Measures of the area beside those of its peers; null where it is compared with none.
 * @param range days that are drawn: the course of the period unless given
 */
export function usePeerTrends(
  { data }: PeerSeries,
  measures: readonly { meta: MeasureMeta; name: string }[],
  range?: DayRange,
): Compared | null {
  const { t, format } = useText();
  const palette = usePalette();
  const peers = usePeers();
  return useMemo(() => {
    if (!data || peers.peers.length === 0) return null;
    const { grain, points, frame } = data;
    const areas = namedRows(frame.area, points, data.peers, peers);
    const trends = withoutLead(measures.map(({ meta }) => preparePeerTrend(areas, grain, range ?? frame.course, meta)));
    const panels = trends.flatMap((trend, index): PeerPanel[] => {
      const measure = measures[index];
      if (!measure) return [];
      const { meta, name } = measure;
      const write = (value: number | null) => formatMeasure(value, meta, format, "full");
      const unit = trend.isIndexed ? t("peers.indexUnit") : t(`measureUnit.${meta.unit}`);
      return [{ trend, title: name, unit, isShare: meta.unit === "percent", write }];
    });
    const { columns, cells } = peerColumns(panels, {
      of: (measure, area) => t("peers.column", { measure, area }),
      index: (measure, area) => t("peers.indexColumn", { measure, area }),
    });
    const days = trends[0]?.days ?? [];
    const [from, to] = range ?? frame.course;
    const [first = from] = days;
    const isLater = first > from;
    return {
      trends,
      panels,
      unit: [...new Set(panels.map(({ unit }) => unit))].join(" · "),
      option: peerTrendOption(panels, grain, PEERS_HEIGHT, palette, format),
      table: {
        columns: [{ label: t(`trend.bucket.${grain}`), kind: "day" }, ...columns],
        rows: days.map((day, index) => [day, ...(cells[index] ?? [])]).reverse(),
      },
      days: [isLater ? first : from, to],
      isEmpty: trends.every(({ lines }) => lines.every(({ isMissing }) => isMissing)),
    };
  }, [data, peers, measures, range, palette, t, format]);
}
