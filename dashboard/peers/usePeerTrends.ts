import { useMemo } from "react";
import type { ChartOption } from "../charts/EChart.tsx";
import type { FigureTable } from "../charts/figureTable.ts";
import { CHART_HEIGHT } from "../charts/LazyChart.tsx";
import type { PeerPoints } from "../data/bundles.ts";
import type { Bundle } from "../data/useBundle.ts";
import { usePeers } from "../data/usePeers.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { usePalette } from "../theme/usePalette.ts";
import { peerColumns } from "./peerColumns.ts";
import { peerTrendOption } from "./peerTrendOption.ts";
import { namedRows, type PeerTrend, preparePeerTrend } from "./preparePeerTrend.ts";

export type PeerSeries = Bundle<{
  grain: "week" | "month";
  points: readonly FigureRow[];
  peers: readonly PeerPoints[];
}>;
interface Compared {
  trends: PeerTrend[];
  option: ChartOption;
  table: FigureTable;
  isEmpty: boolean;
}

/** Measures of the area over its period beside those of its peers; null where it is compared with none. */
export function usePeerTrends(
  { data }: PeerSeries,
  measures: readonly { meta: MeasureMeta; name: string }[],
): Compared | null {
  const { t, format } = useText();
  const palette = usePalette();
  const peers = usePeers();
  return useMemo(() => {
    if (!data || peers.peers.length === 0) return null;
    const { grain, points, frame } = data;
    const areas = namedRows(frame.area, points, data.peers, peers);
    const panels = measures.map(({ meta, name }) => ({
      label: name,
      title: measures.length > 1 ? name : "",
      isShare: meta.unit === "percent",
      trend: preparePeerTrend(areas, grain, frame.period, meta),
      write: (value: number | null) => formatMeasure(value, meta, format, "full"),
    }));
    const trends = panels.map(({ trend }) => trend);
    const { columns, cells } = peerColumns(panels, {
      of: (measure, area) => t("peers.column", { measure, area }),
      index: (measure, area) => t("peers.indexColumn", { measure, area }),
    });
    const days = trends[0]?.days ?? [];
    return {
      trends,
      option: peerTrendOption(panels, grain, CHART_HEIGHT, palette, format),
      table: {
        columns: [{ label: t(`trend.bucket.${grain}`), kind: "day" }, ...columns],
        rows: days.map((day, index) => [day, ...(cells[index] ?? [])]).reverse(),
      },
      isEmpty: trends.every(({ lines }) => lines.every(({ isMissing }) => isMissing)),
    };
  }, [data, peers, measures, palette, t, format]);
}
