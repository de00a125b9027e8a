import type { Palette } from "../theme/usePalette.ts";
import { type FigureTable, toCsv } from "./figureTable.ts";

/** What stands around a picture so that it can be cited alone. */
export interface Caption {
  title: string;
  subtitle: string;
  source: string;
}
/** Draws the body of a figure into a canvas of the given width; the same colours as on the screen. */
export interface Painter {
  height(width: number): number;
  paint(context: CanvasRenderingContext2D, width: number, palette: Palette): void;
}

const FONT = '"Be Vietnam Pro", system-ui, sans-serif';
const WIDTH = 960;
const MARGIN = 32;
const HEAD = 72;
const FOOT = 48;
const SCALE = 2;

export const fontOf = (size: number, weight = 400) => `${weight} ${size}px ${FONT}`;

export function downloadCsv(table: FigureTable, fileName: string) {
  save(new Blob([toCsv(table)], { type: "text/csv;charset=utf-8" }), `${fileName}.csv`);
}

/** A picture with title, unit, period, source and data time in it. */
export async function downloadPng(painter: Painter, caption: Caption, palette: Palette, fileName: string) {
  const inner = WIDTH - 2 * MARGIN;
  const height = HEAD + painter.height(inner) + FOOT + 2 * MARGIN;
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.scale(SCALE, SCALE);
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, WIDTH, height);
  context.translate(MARGIN, MARGIN);
  context.textBaseline = "top";
  write(context, caption.title, 0, fontOf(22, 600), palette.text, inner);
  write(context, caption.subtitle, 34, fontOf(14), palette.muted, inner);
  context.save();
  context.translate(0, HEAD);
  painter.paint(context, inner, palette);
  context.restore();
  context.textBaseline = "top";
  write(context, caption.source, HEAD + painter.height(inner) + 24, fontOf(12), palette.muted, inner);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) save(blob, `${fileName}.png`);
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  y: number,
  font: string,
  colour: string,
  maxWidth: number,
) {
  context.font = font;
  context.fillStyle = colour;
  context.textAlign = "left";
  context.fillText(text, 0, y, maxWidth);
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
