import type { Palette } from "../theme/usePalette.ts";
import { type FigureTable, toCsv } from "./figureTable.ts";
import { canvasPen, fontOf, type Pen } from "./pen.ts";
import { svgPen } from "./svgPen.ts";

/** What stands around a picture so that it can be cited alone. */
export interface Caption {
  title: string;
  subtitle: string;
  source: string;
}
/** Draws the body of a figure in the given width; the same colours as on the screen. */
export interface Painter {
  height(width: number): number;
  paint(pen: Pen, width: number, palette: Palette): void;
}

const WIDTH = 960;
const MARGIN = 32;
const HEAD = 72;
const FOOT = 48;
const SCALE = 2;
const INNER = WIDTH - 2 * MARGIN;

export function downloadCsv(table: FigureTable, fileName: string) {
  save(new Blob([toCsv(table)], { type: "text/csv;charset=utf-8" }), `${fileName}.csv`);
}

const heightOf = (painter: Painter) => HEAD + painter.height(INNER) + FOOT + 2 * MARGIN;

/** A figure with title, unit, period, source and data time in it. */
function draw(pen: Pen, painter: Painter, caption: Caption, palette: Palette) {
  pen.rect({ x: 0, y: 0, width: WIDTH, height: heightOf(painter) }, palette.surface);
  pen.within({ x: MARGIN, y: MARGIN }, () => {
    const line = { baseline: "top", maxWidth: INNER } as const;
    pen.text(caption.title, 0, 0, { ...line, size: 22, weight: 600, colour: palette.text });
    pen.text(caption.subtitle, 0, 34, { ...line, size: 14, colour: palette.muted });
    pen.within({ y: HEAD }, () => painter.paint(pen, INNER, palette));
    const foot = HEAD + painter.height(INNER) + 24;
    pen.text(caption.source, 0, foot, { ...line, size: 12, colour: palette.muted });
  });
}

export async function downloadPng(painter: Painter, caption: Caption, palette: Palette, fileName: string) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = heightOf(painter) * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return;
  const pen = canvasPen(context);
  pen.within({ scale: SCALE }, () => draw(pen, painter, caption, palette));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) save(blob, `${fileName}.png`);
}

export async function downloadSvg(painter: Painter, caption: Caption, palette: Palette, fileName: string) {
  const context = document.createElement("canvas").getContext("2d");
  const pen = svgPen((text, size, weight) => {
    if (!context) return 0;
    context.font = fontOf(size, weight);
    return context.measureText(text).width;
  });
  draw(pen, painter, caption, palette);
  save(new Blob([pen.file(WIDTH, heightOf(painter))], { type: "image/svg+xml;charset=utf-8" }), `${fileName}.svg`);
}

function save(blob: Blob, fileName: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
