import { chartStyle } from "../../charts/chartStyle.ts";
import type { ChartOption } from "../../charts/EChart.tsx";
import type { Format } from "../../format/createFormat.ts";
import type { Palette } from "../../theme/usePalette.ts";
import type { Course } from "./prepareCourse.ts";

interface Words {
  value: string;
  forecast: string;
  needed: string;
  target: string;
  deadline: string;
  write(value: number | null): string;
}

/** Drawing of a prepared course: the past as a line, the forecast dashed within its band, target and deadline as lines with their values. */
export function courseOption(course: Course, palette: Palette, format: Format, words: Words): ChartOption {
  const style = chartStyle(palette);
  const { points, forecast, needed, target, deadline } = course;
  const label = { color: palette.text, fontSize: 12, fontWeight: 600 };
  const bound = { type: "line" as const, stack: "band", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
  const hidden = ["low", "high"];
  const highest = Math.max(target, ...points.map(({ value }) => value), ...forecast.map(({ high }) => high));
  return {
    textStyle: style.textStyle,
    grid: { left: 8, right: 56, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      ...style.tooltip,
      formatter: (entries: { seriesName: string; value: [string, number | null] }[]) =>
        [
          format.day(entries[0]?.value[0] ?? ""),
          ...entries
            .filter(({ seriesName, value }) => !hidden.includes(seriesName) && value[1] !== null)
            .map(({ seriesName, value }) => `${seriesName}: <b>${words.write(value[1])}</b>`),
        ].join("<br>"),
    },
    xAxis: {
      type: "time",
      axisLabel: { ...style.axisLabel, formatter: (value: number) => format.month(new Date(value).toISOString()) },
      axisLine: style.axisLine,
      max: [deadline, forecast.at(-1)?.day ?? "", points.at(-1)?.day ?? ""].sort().at(-1) ?? deadline,
      splitNumber: 5,
      minInterval: 28 * 86_400_000,
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: ({ max }: { max: number }) => Math.max(max, highest),
      splitNumber: 4,
      axisLabel: { ...style.axisLabel, formatter: (value: number) => words.write(value), showMaxLabel: false },
      splitLine: style.splitLine,
    },
    series: [
      {
        name: words.value,
        type: "line",
        symbol: "circle",
        symbolSize: 6,
        lineStyle: { color: palette.accent, width: 2.5 },
        itemStyle: { color: palette.accent },
        data: points.map(({ day, value }) => [day, value]),
        endLabel: {
          show: true,
          formatter: ({ value }: { value: [string, number | null] }) => words.write(value[1]),
          offset: [-46, -14],
          ...label,
        },
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: palette.warn, width: 1.5, type: "solid" },
          label: { color: palette.warn, fontSize: 12, fontWeight: 600 },
          data: [
            { yAxis: target, label: { formatter: words.target, position: "insideStartTop" } },
            {
              xAxis: deadline,
              lineStyle: { color: palette.muted, width: 1, type: "solid" },
              label: { formatter: words.deadline, position: "end", color: palette.muted, fontWeight: 400 },
            },
          ],
        },
      },
      { ...bound, name: "low", data: forecast.map(({ day, low }) => [day, low]) },
      {
        ...bound,
        name: "high",
        areaStyle: { color: palette.accent, opacity: 0.16 },
        data: forecast.map(({ day, low, high }) => [day, high - low]),
      },
      {
        name: words.forecast,
        type: "line",
        showSymbol: false,
        lineStyle: { color: palette.accent, width: 2, type: "dashed" },
        itemStyle: { color: palette.accent },
        data: forecast.map(({ day, value }) => [day, value]),
      },
      {
        name: words.needed,
        type: "line",
        showSymbol: false,
        silent: true,
        lineStyle: { color: palette.muted, width: 1.5, type: "dotted" },
        itemStyle: { color: palette.muted },
        data: (needed ?? []).map(({ day, value }) => [day, value]),
      },
    ],
  };
}
