import { chartStyle } from "../../charts/chartStyle.ts";
import type { ChartOption } from "../../charts/EChart.tsx";
import type { Format } from "../../format/createFormat.ts";
import type { Translate } from "../../messages/createTranslate.ts";
import type { Palette } from "../../theme/usePalette.ts";
import type { BurnDown } from "./prepareBurnDown.ts";

/** Drawing of a prepared burn-down: the past as lines, the forecast dashed within its band. */
export function burnDownOption(
  { points, forecast, baselineDay }: BurnDown,
  palette: Palette,
  t: Translate,
  format: Format,
): ChartOption {
  const style = chartStyle(palette);
  const last = points.at(-1)?.day ?? "";
  const line = (name: string, colour: string, data: [string, number | null][], width: number) => ({
    name,
    type: "line" as const,
    showSymbol: false,
    connectNulls: false,
    lineStyle: { color: colour, width },
    itemStyle: { color: colour },
    data,
  });
  const labelStyle = { color: palette.text, fontSize: 12, fontWeight: 600 };
  const endLabel = {
    show: true,
    formatter: ({ value }: { value: [string, number | null] }) => format.compact(value[1]),
    ...labelStyle,
  };
  const past = [
    {
      ...line(
        t("burnDown.toClean"),
        palette.accent,
        points.map((point) => [point.day, point.toClean]),
        2.5,
      ),
      areaStyle: { color: palette.accent, opacity: 0.07 },
      endLabel: { ...endLabel, offset: [2, -10] },
      markLine: {
        silent: true,
        symbol: "none",
        lineStyle: { color: palette.muted, type: "solid" as const, width: 1 },
        label: { color: palette.muted, fontSize: 12, formatter: format.day(last), position: "end" as const },
        data: [{ xAxis: last }],
      },
    },
    {
      ...line(
        t("burnDown.wrong"),
        palette.warn,
        points.map((point) => [point.day, point.wrong]),
        1.5,
      ),
      endLabel: { ...endLabel, color: palette.warn, offset: [2, 12] },
    },
  ];
  const band = { type: "line" as const, stack: "band", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
  const finishMark = (finish: string) => ({
    ...line(t("burnDown.finish"), palette.accent, [[finish, 0]], 0),
    showSymbol: true,
    symbolSize: 9,
    label: {
      show: true,
      position: "right" as const,
      formatter: format.day(finish),
      ...labelStyle,
    },
  });
  const future = forecast
    ? [
        { ...band, name: "low", data: forecast.points.map(({ day, low }) => [day, low]) },
        {
          ...band,
          name: "high",
          areaStyle: { color: palette.accent, opacity: 0.16 },
          data: forecast.points.map(({ day, low, high }) => [day, high - low]),
        },
        {
          ...line(
            t("burnDown.forecast"),
            palette.accent,
            forecast.points.map(({ day, value }) => [day, day > forecast.finish ? null : value]),
            2,
          ),
          lineStyle: { color: palette.accent, width: 2, type: "dashed" as const },
        },
        ...(forecast.reachesFinish ? [finishMark(forecast.finish)] : []),
      ]
    : [];
  return {
    textStyle: style.textStyle,
    grid: { left: 8, right: forecast?.reachesFinish ? 84 : 44, top: 26, bottom: 4, containLabel: true },
    tooltip: {
      ...style.tooltip,
      formatter: (entries: { seriesName: string; value: [string, number | null] }[]) => {
        const shown = entries.filter(
          ({ seriesName, value }) => !["low", "high", t("burnDown.finish")].includes(seriesName) && value[1] !== null,
        );
        const day = entries[0]?.value[0] ?? "";
        return [
          format.day(day),
          ...shown.map(({ seriesName, value }) => `${seriesName}: <b>${format.integer(Math.round(value[1] ?? 0))}</b>`),
        ].join("<br>");
      },
    },
    xAxis: {
      type: "time",
      axisLabel: { ...style.axisLabel, formatter: (value: number) => format.month(new Date(value).toISOString()) },
      axisLine: style.axisLine,
      min: baselineDay,
      max: forecast?.points.at(-1)?.day ?? last,
      splitNumber: 5,
      minInterval: 28 * 86_400_000,
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      minInterval: 1,
      axisLabel: { ...style.axisLabel, formatter: (value: number) => format.axis(value) },
      splitLine: style.splitLine,
    },
    series: [...past, ...future],
  };
}
