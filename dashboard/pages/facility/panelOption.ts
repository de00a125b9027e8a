import { categoryAxis, chartStyle } from "../../charts/chartStyle.ts";
import type { ChartOption } from "../../charts/EChart.tsx";
import type { TrendBucket } from "../../charts/prepareTrend.ts";
import type { MeasureMeta } from "../../data/viewCatalogue.ts";
import type { Format } from "../../format/createFormat.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import type { Palette } from "../../theme/usePalette.ts";

/** One measure by month: a line that breaks where nothing was reported. */
export function panelOption(
  buckets: readonly TrendBucket[],
  index: number,
  meta: MeasureMeta,
  name: string,
  palette: Palette,
  format: Format,
): ChartOption {
  const style = chartStyle(palette);
  const isShare = meta.unit === "percent";
  return {
    textStyle: style.textStyle,
    grid: { left: 4, right: 12, top: 10, bottom: 2, containLabel: true },
    tooltip: { ...style.tooltip, valueFormatter: (value: number | null) => formatMeasure(value, meta, format, "full") },
    xAxis: {
      ...categoryAxis(
        style,
        buckets.map(({ day }) => format.month(day)),
      ),
      boundaryGap: false,
    },
    yAxis: {
      type: "value",
      min: 0,
      ...(isShare ? { max: 1, interval: 0.5 } : { minInterval: 1 }),
      splitNumber: 3,
      axisLabel: {
        ...style.axisLabel,
        formatter: (value: number) => (isShare ? `${Math.round(value * 100)}%` : format.axis(value)),
      },
      splitLine: style.splitLine,
    },
    series: [
      {
        name,
        type: "line",
        symbol: "circle",
        symbolSize: 5,
        lineStyle: { color: palette.accent, width: 2 },
        itemStyle: { color: palette.accent },
        data: buckets.map(({ values }) => values[index] ?? null),
      },
    ],
  };
}
