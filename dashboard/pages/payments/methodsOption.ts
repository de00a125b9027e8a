import { bucketName, categoryAxis, chartStyle, columnOpacity, columnTooltip } from "../../charts/chartStyle.ts";
import type { ChartOption } from "../../charts/EChart.tsx";
import type { Format } from "../../format/createFormat.ts";
import type { Palette } from "../../theme/usePalette.ts";
import type { MethodBucket } from "./prepareMethods.ts";

/** Darkest at the foot of the stack; the steps tell methods apart by lightness, and the words beside the bars name them. */
export const methodColour = (palette: Palette, index: number): string => palette.steps[6 - index] ?? palette.accent;

/** Cashless shares stacked, from zero; an unfinished week or month is lighter, and so is what stands beside a chosen method or month. */
export function methodsOption(
  buckets: readonly MethodBucket[],
  names: readonly string[],
  grain: "week" | "month",
  palette: Palette,
  format: Format,
  isBeside: (method: number, day: string) => boolean,
): ChartOption {
  const style = chartStyle(palette);
  return {
    textStyle: style.textStyle,
    grid: { left: 8, right: 12, top: 14, bottom: 4, containLabel: true },
    tooltip: columnTooltip(palette, (value) => format.percent(value)),
    xAxis: categoryAxis(
      style,
      buckets.map(({ day }) => bucketName(day, grain, format)),
    ),
    yAxis: {
      type: "value",
      min: 0,
      axisLabel: { ...style.axisLabel, formatter: (value: number) => format.percent(value) },
      splitLine: style.splitLine,
    },
    series: names.map((name, index) => ({
      name,
      type: "bar",
      stack: "cashless",
      barMaxWidth: 72,
      itemStyle: { color: methodColour(palette, index), borderColor: palette.surface, borderWidth: 0.5 },
      data: buckets.map(({ day, shares, isPartial }) => ({
        value: shares[index] ?? null,
        itemStyle: { opacity: columnOpacity(isPartial, isBeside(index, day)) },
      })),
    })),
  };
}
