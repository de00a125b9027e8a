import type { Palette } from "../theme/usePalette.ts";

const FONT = '"Be Vietnam Pro", system-ui, sans-serif';

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
