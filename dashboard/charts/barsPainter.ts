import type { Painter } from "./download.ts";

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
    paint(pen, width, palette) {
      const columns = columnsOf(width);
      const track = width - columns.label - columns.value;
      const line = { size: 13, colour: palette.text, baseline: "middle" } as const;
      for (const [index, bar] of bars.entries()) {
        const y = top + index * ROW;
        pen.text(bar.label, 0, y + ROW / 2, { ...line, maxWidth: columns.label - 12 });
        const box = { x: columns.label, y: y + 7, width: track, height: ROW - 14 };
        // No track for no figure: an empty one is zero.
        if (bar.share !== null) {
          pen.rect(box, palette.track);
          const tones = {
            accent: palette.accent,
            warn: palette.warn,
            late: palette.barLate,
            muted: palette.muted,
          };
          pen.rect({ ...box, width: track * Math.min(1, bar.share) }, tones[bar.tone ?? "accent"]);
        }
        const value = bar.detail ? `${bar.value} · ${bar.detail}` : bar.value;
        pen.text(value, width, y + ROW / 2, { ...line, weight: 600, anchor: "end", maxWidth: columns.value - 12 });
      }
      if (!mark) return;
      const x = columns.label + track * Math.min(1, mark.share);
      pen.rect({ x: x - 0.75, y: top - 4, width: 1.5, height: bars.length * ROW + 4 }, palette.text);
      const anchor = x > columns.label + track / 2 ? "end" : "start";
      pen.text(mark.label, x, 8, { ...line, size: 12, weight: 600, anchor });
    },
  };
}
