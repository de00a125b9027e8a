import { bucketName, categoryAxis, chartStyle } from "../charts/chartStyle.ts";
import type { ChartOption } from "../charts/EChart.tsx";
import type { Format } from "../format/createFormat.ts";
import type { Palette } from "../theme/usePalette.ts";
import { peerStroke } from "./peerStroke.ts";
import type { PeerTrend } from "./preparePeerTrend.ts";

export interface PeerPanel {
  trend: PeerTrend;
  /** Above its axis; empty where the figure has one panel, whose title says it. */
  title: string;
  isShare: boolean;
  write(value: number | null): string;
}

/** Room for the names at the ends of the lines. */
const NAMES = 100;

/** A line for each area, named at its end, the chosen one strong and on top; a panel for each measure, below one another. */
export function peerTrendOption(
  panels: readonly PeerPanel[],
  grain: "week" | "month",
  palette: Palette,
  format: Format,
): ChartOption {
  const style = chartStyle(palette);
  const share = 100 / panels.length;
  const isLast = (panel: number) => panel === panels.length - 1;
  return {
    textStyle: style.textStyle,
    tooltip: style.tooltip,
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    grid: panels.map(({ title }, panel) => ({
      left: 4,
      right: NAMES + 8,
      top: title ? `${share * panel}%` : 10,
      height: `${share}%`,
      // The outer bounds hold the labels; the title stands within them.
      outerBounds: {
        left: 4,
        right: NAMES + 8,
        top: title ? `${share * panel + 2}%` : 10,
        bottom: `${share * (panels.length - 1 - panel) + 1}%`,
      },
    })),
    xAxis: panels.map(({ trend }, panel) => ({
      ...categoryAxis(
        style,
        trend.days.map((day) => bucketName(day, grain, format)),
      ),
      gridIndex: panel,
      boundaryGap: trend.days.length < 2,
      axisLabel: { ...style.axisLabel, show: isLast(panel) },
    })),
    yAxis: panels.map(({ trend, title, isShare }, panel) => ({
      type: "value",
      gridIndex: panel,
      min: 0,
      splitNumber: 3,
      name: title,
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
          symbolSize: place === 0 ? 5 : 4,
          // A point with gaps on both sides is no line: without its symbol nobody would see it.
          showSymbol: trend.days.length <= 24,
          lineStyle: { color: ink, width, type: dash.length > 0 ? dash : "solid" },
          itemStyle: { color: ink },
          endLabel: {
            show: true,
            formatter: "{a}",
            color: ink,
            fontSize: 12,
            fontWeight: place === 0 ? 600 : 400,
            width: NAMES,
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
