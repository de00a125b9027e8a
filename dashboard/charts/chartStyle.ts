import type { Format } from "../format/createFormat.ts";
import type { Palette } from "../theme/usePalette.ts";

// Single quotes: as SVG it stands in an attribute, which the library does not escape.
const FONT = "'Be Vietnam Pro', system-ui, sans-serif";

/** What all charts share: type, hairlines and tooltip in the theme's colours. */
export const chartStyle = (palette: Palette) => ({
  textStyle: { fontFamily: FONT, color: palette.text, fontSize: 12 },
  axisLabel: { color: palette.muted, fontFamily: FONT, fontSize: 12, hideOverlap: true },
  splitLine: { lineStyle: { color: palette.hairline } },
  axisLine: { lineStyle: { color: palette.hairline } },
  tooltip: {
    trigger: "axis" as const,
    confine: true,
    transitionDuration: 0,
    backgroundColor: palette.surface,
    borderColor: palette.hairline,
    textStyle: { color: palette.text, fontFamily: FONT, fontSize: 12 },
    extraCssText: "font-variant-numeric:tabular-nums;box-shadow:none",
    axisPointer: { lineStyle: { color: palette.muted } },
  },
});

/** An axis of days or months, each named below. */
export const categoryAxis = ({ axisLabel, axisLine }: ReturnType<typeof chartStyle>, data: string[]) => ({
  type: "category" as const,
  data,
  axisLabel,
  axisLine,
  axisTick: { show: false },
});

/** The tooltip of columns: it shades the column that it is of. */
export const columnTooltip = (palette: Palette, write: (value: number | null) => string) => ({
  ...chartStyle(palette).tooltip,
  axisPointer: { type: "shadow" as const, shadowStyle: { color: palette.muted, opacity: 0.08 } },
  valueFormatter: write,
});

/** Lighter: not whole yet, or beside what the screen is narrowed to. */
export const columnOpacity = (isPartial: boolean, isBeside: boolean): number =>
  (isPartial ? 0.45 : 1) * (isBeside ? 0.3 : 1);

/** What a week, by its first day, or a month is called. */
export const bucketName = (day: string, grain: "week" | "month", format: Format): string =>
  grain === "month" ? format.month(day) : format.day(day);
