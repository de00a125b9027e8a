import type { Painter } from "./download.ts";

const GAP = 24;
const HEAD = 24;

/** Small pictures two in a row, each under its name; those that are not there yet keep their place. */
export function panelsPainter(panels: readonly { title: string; painter: Painter | null }[]): Painter {
  const rows = Array.from({ length: Math.ceil(panels.length / 2) }, (_, row) => panels.slice(2 * row, 2 * row + 2));
  const half = (width: number) => (width - GAP) / 2;
  const heightOf = (row: typeof panels, width: number) =>
    HEAD + Math.max(...row.map(({ painter }) => painter?.height(half(width)) ?? 0)) + GAP;
  return {
    height: (width) => rows.reduce((sum, row) => sum + heightOf(row, width), 0),
    paint(pen, width, palette) {
      let top = 0;
      for (const row of rows) {
        for (const [index, { title, painter }] of row.entries()) {
          pen.within({ x: index * (half(width) + GAP), y: top }, () => {
            pen.text(title, 0, 0, {
              ...{ size: 13, weight: 600, colour: palette.text, baseline: "top", maxWidth: half(width) },
            });
            pen.within({ y: HEAD }, () => painter?.paint(pen, half(width), palette));
          });
        }
        top += heightOf(row, width);
      }
    },
  };
}
