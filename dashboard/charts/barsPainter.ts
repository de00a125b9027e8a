import { fontOf, type Painter } from "./download.ts";

export interface PaintedBar {
  label: string;
  value: string;
  /** Length, 0 to 1; null: no figure. */
  share: number | null;
  detail?: string;
  tone?: "accent" | "warn" | "late" | "muted";
}

const ROW = 26;
/** Labels and values keep their share of a narrow picture. */
const columnsOf = (width: number) => ({ label: Math.min(250, width * 0.34), value: Math.min(190, width * 0.24) });

/** Horizontal bars from zero, one a row: ranking, funnel and error classes. */
export function barsPainter(bars: readonly PaintedBar[], mark?: { share: number; label: string }): Painter {
  const top = mark ? 22 : 0;
  return {
    height: () => top + bars.length * ROW,
    paint(context, width, palette) {
      const columns = columnsOf(width);
      const track = width - columns.label - columns.value;
      context.textBaseline = "middle";
      for (const [index, bar] of bars.entries()) {
        const y = top + index * ROW;
        context.font = fontOf(13);
        context.fillStyle = palette.text;
        context.textAlign = "left";
        context.fillText(bar.label, 0, y + ROW / 2, columns.label - 12);
        context.fillStyle = palette.track;
        context.fillRect(columns.label, y + 7, track, ROW - 14);
        if (bar.share !== null) {
          context.fillStyle = {
            accent: palette.accent,
            warn: palette.warn,
            late: palette.barLate,
            muted: palette.muted,
          }[bar.tone ?? "accent"];
          context.fillRect(columns.label, y + 7, track * Math.min(1, bar.share), ROW - 14);
        }
        context.textAlign = "right";
        context.font = fontOf(13, 600);
        context.fillStyle = palette.text;
        context.fillText(
          bar.detail ? `${bar.value} · ${bar.detail}` : bar.value,
          width,
          y + ROW / 2,
          columns.value - 12,
        );
      }
      if (!mark) return;
      const x = columns.label + track * Math.min(1, mark.share);
      context.fillStyle = palette.text;
      context.fillRect(x - 0.75, top - 4, 1.5, bars.length * ROW + 4);
      context.font = fontOf(12, 600);
      context.textAlign = x > columns.label + track / 2 ? "right" : "left";
      context.fillText(mark.label, x, 8);
    },
  };
}
