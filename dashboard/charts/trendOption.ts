import type { Format } from "../format/createFormat.ts";
import type { Palette } from "../theme/usePalette.ts";
import { bucketName, categoryAxis, chartStyle, columnOpacity, columnTooltip } from "./chartStyle.ts";
import type { ChartOption } from "./EChart.tsx";
import type { TrendBucket } from "./prepareTrend.ts";

/** The first measure as columns and the others as lines; an unfinished week or month is lighter, and so are those beside the one chosen. */
export function trendOption(
  buckets: readonly TrendBucket[],
  grain: "week" | "month",
  palette: Palette,
  names: readonly string[],
  format: Format,
  chosen: string | null,
): ChartOption {
  const style = chartStyle(palette);
  return {
    textStyle: style.textStyle,
    grid: { left: 8, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: columnTooltip(palette, (value) => format.integer(value)),
    xAxis: categoryAxis(
      style,
      buckets.map(({ day }) => bucketName(day, grain, format)),
    ),
    yAxis: {
      type: "value",
      min: 0,
      minInterval: 1,
      axisLabel: { ...style.axisLabel, formatter: (value: number) => format.axis(value) },
      splitLine: style.splitLine,
    },
    series: names.map((name, index) =>
      index === 0
        ? {
            name,
            type: "bar",
            barCategoryGap: "28%",
            itemStyle: { color: palette.accent },
            data: buckets.map(({ day, values, isPartial }) => ({
              value: values[index] ?? null,
              itemStyle: { opacity: columnOpacity(isPartial, chosen !== null && chosen !== day) },
            })),
          }
        : {
            name,
            type: "line",
            symbol: "circle",
            symbolSize: 5,
            showSymbol: buckets.length <= 24,
            lineStyle: { color: palette.warn, width: 2 },
            itemStyle: { color: palette.warn },
            data: buckets.map(({ values }) => values[index] ?? null),
          },
    ),
  };
}
