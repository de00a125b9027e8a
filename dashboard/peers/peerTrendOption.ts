import { bucketName, categoryAxis, chartStyle } from "../charts/chartStyle.ts";
import type { ChartOption } from "../charts/EChart.tsx";
import type { Format } from "../format/createFormat.ts";
import type { Palette } from "../theme/usePalette.ts";
import { peerStroke } from "./peerStroke.ts";
import type { PeerTrend } from "./preparePeerTrend.ts";

export interface PeerPanel {
  trend: PeerTrend;
  /** What it shows: said above its axis where there are several. */
  title: string;
  /** What its lines are told in. */
  unit: string;
  isShare: boolean;
  write(value: number | null): string;
}

/** Of a figure's chart, in pixels. */
export const PEERS_HEIGHT = 300;
/** Points of more weeks than this would cover their line. */
const MOST_POINTS = 24;
/** In pixels: room for the axis, for the names at the ends of the lines, each as long as it is up to a limit, above each panel and below the last. */
const ROOM = { axis: 46, letter: 7, names: 124, title: 30, days: 24 };

/**
 * A line for each area, named at its end, the chosen one strong and on top; a panel for each measure, below one another.
 * @param height of the whole chart, in pixels
 */
export function peerTrendOption(
  panels: readonly PeerPanel[],
  grain: "week" | "month",
  height: number,
  palette: Palette,
  format: Format,
): ChartOption {
  const style = chartStyle(palette);
  const isLast = (panel: number) => panel === panels.length - 1;
  const longest = Math.max(0, ...panels.flatMap(({ trend }) => trend.lines.map(({ name }) => name.length)));
  const names = Math.min(ROOM.names, (longest + 1) * ROOM.letter);
  const hasTitles = panels.length > 1;
  const above = hasTitles ? ROOM.title : 10;
  const plot = (height - ROOM.days) / panels.length - above;
  return {
    textStyle: style.textStyle,
    tooltip: style.tooltip,
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    // The same width for all, whatever their labels: the months of one stand below those of the other.
    grid: panels.map((_, panel) => ({
      left: ROOM.axis,
      right: names + 8,
      top: panel * (plot + above) + above,
      height: plot,
      outerBoundsMode: "none",
    })),
    xAxis: panels.map(({ trend }, panel) => ({
      ...categoryAxis(
        style,
        trend.days.map((day) => bucketName(day, grain, format)),
      ),
      gridIndex: panel,
      boundaryGap: trend.days.length < 2,
      // The names at the ends of the lines may reach down to here.
      axisLabel: { ...style.axisLabel, show: isLast(panel), alignMaxLabel: "right" },
    })),
    yAxis: panels.map(({ trend, title, isShare }, panel) => ({
      type: "value",
      gridIndex: panel,
      min: 0,
      ...(isShare && !trend.isIndexed && endsAtWhole(trend) ? { max: 1, interval: 0.25 } : {}),
      splitNumber: 3,
      name: hasTitles ? title : "",
      nameGap: 8,
      nameTextStyle: { color: palette.muted, align: "left", fontSize: 12 },
      axisLabel: {
        ...style.axisLabel,
        formatter: (value: number) =>
          isShare && !trend.isIndexed ? `${Math.round(value * 100)}%` : format.axis(value),
      },
      splitLine: style.splitLine,
    })),
    series: panels.flatMap(({ trend, write }, panel) =>
      trend.lines.flatMap(({ code, name, drawn, isMissing }, place) => {
        if (isMissing) return [];
        const { colour, dash, width } = peerStroke(place);
        const ink = palette[colour];
        return {
          id: `${panel} ${code}`,
          name,
          type: "line",
          xAxisIndex: panel,
          yAxisIndex: panel,
          z: place === 0 ? 4 : 3,
          symbol: "circle",
          // A point with gaps on both sides is no line: without its symbol nobody would see it.
          symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
            drawn.length <= MOST_POINTS || isAlone(drawn, dataIndex) ? (place === 0 ? 5 : 4) : 0,
          lineStyle: { color: ink, width, type: dash.length > 0 ? dash : "solid" },
          itemStyle: { color: ink },
          endLabel: {
            show: true,
            formatter: "{a}",
            color: ink,
            fontSize: 12,
            fontWeight: place === 0 ? 600 : 400,
            width: names,
            overflow: "truncate",
          },
          labelLayout: { moveOverlap: "shiftY" },
          tooltip: { valueFormatter: trend.isIndexed ? (value: number | null) => format.integer(value) : write },
          data: drawn,
        };
      }),
    ),
  };
}

/** Shares near the whole: their scale ends there, where a round number above it would be drawn otherwise. */
const endsAtWhole = ({ lines }: PeerTrend): boolean => {
  const most = Math.max(0, ...lines.flatMap(({ drawn }) => drawn.map((value) => value ?? 0)));
  return most > 0.75 && most <= 1;
};
const isAlone = (values: readonly (number | null)[], index: number): boolean =>
  (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
