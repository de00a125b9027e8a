import type { Format } from "../format/createFormat.ts";
import type { Palette } from "../theme/usePalette.ts";
import { chartStyle } from "./chartStyle.ts";
import type { ChartOption } from "./EChart.tsx";
import type { TrendBucket } from "./prepareTrend.ts";

/** The first measure as columns and the others as lines; an unfinished week or month is lighter. */
export function trendOption(
  buckets: readonly TrendBucket[],
  grain: "week" | "month",
  palette: Palette,
  names: readonly string[],
  format: Format,
): ChartOption {
  const style = chartStyle(palette);
  const nameOf = (bucket: TrendBucket) => (grain === "month" ? format.month(bucket.day) : format.day(bucket.day));
  return {
    textStyle: style.textStyle,
    grid: { left: 8, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: {
      ...style.tooltip,
      axisPointer: { type: "shadow", shadowStyle: { color: palette.muted, opacity: 0.08 } },
      valueFormatter: (value: number | null) => format.integer(value),
    },
    xAxis: {
      type: "category",
      data: buckets.map(nameOf),
      axisLabel: style.axisLabel,
      axisLine: style.axisLine,
      axisTick: { show: false },
    },
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
            data: buckets.map(({ values, isPartial }) => ({
              value: values[index] ?? null,
              itemStyle: { opacity: isPartial ? 0.45 : 1 },
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
