import { categoryAxis, chartStyle } from "../../charts/chartStyle.ts";
import type { ChartOption } from "../../charts/EChart.tsx";
import type { Format } from "../../format/createFormat.ts";
import type { Palette } from "../../theme/usePalette.ts";
import type { Month } from "./prepareMonths.ts";

interface Words {
  value: string;
  yearBefore: string;
  write(value: number | null): string;
}

/** The year's months as a line, the one that the page is narrowed to as a large point, the year before dashed behind it. Shares stand on a scale that ends at the whole. */
export function monthsOption(
  months: readonly Month[],
  chosen: string | null,
  isShare: boolean,
  palette: Palette,
  format: Format,
  words: Words,
): ChartOption {
  const style = chartStyle(palette);
  return {
    textStyle: style.textStyle,
    grid: { left: 4, right: 12, top: 10, bottom: 2, containLabel: true },
    tooltip: { ...style.tooltip, valueFormatter: words.write },
    xAxis: {
      ...categoryAxis(
        style,
        months.map(({ month }) => format.month(month)),
      ),
      boundaryGap: false,
    },
    yAxis: {
      type: "value",
      min: 0,
      ...(isShare ? { max: ({ max }: { max: number }) => Math.max(1, max), interval: 0.25 } : {}),
      splitNumber: 3,
      axisLabel: {
        ...style.axisLabel,
        formatter: (value: number) => (isShare ? `${Math.round(value * 100)}%` : format.axis(value)),
      },
      splitLine: style.splitLine,
    },
    series: [
      {
        name: words.yearBefore,
        type: "line",
        showSymbol: false,
        lineStyle: { color: palette.muted, width: 1.5, type: "dashed" },
        itemStyle: { color: palette.muted },
        data: months.map(({ yearBefore }) => yearBefore),
      },
      {
        name: words.value,
        type: "line",
        symbol: "circle",
        symbolSize: 5,
        lineStyle: { color: palette.accent, width: 2 },
        itemStyle: { color: palette.accent },
        data: months.map(({ month, value }) => ({
          value,
          symbolSize: month === chosen ? 11 : 5,
          itemStyle: { opacity: chosen === null || month === chosen ? 1 : 0.45 },
        })),
      },
    ],
  };
}
