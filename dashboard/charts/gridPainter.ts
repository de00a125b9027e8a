import type { ClassColour } from "../map/mapClasses.ts";
import type { Palette } from "../theme/usePalette.ts";
import type { Painter } from "./download.ts";
import type { Box, Pen } from "./pen.ts";

export interface PaintedCell {
  /** The first is what the cell says, the others what belongs to it. */
  lines: readonly string[];
  /** What it stands on: a class of a scale, what somebody must see to, or nothing told. */
  ground?: ClassColour | "warn" | "missing";
  /** A bar over a part of the cell, from 0 to 1: its line stands within. */
  bar?: { from: number; to: number; tone: "accent" | "plain" };
}
export interface PaintedColumn {
  title: string;
  /** How wide it is beside the others; 1 unless said. */
  weight?: number;
  /** Names of the equal parts of an axis, in place of the title. */
  ticks?: readonly string[];
  /** A line across every bar of the column. */
  mark?: number | null;
}
export interface PaintedRow {
  name: string;
  /** None: the row is a heading of those below it. */
  cells: readonly PaintedCell[];
}
export interface PaintedGrid {
  nameTitle: string;
  columns: readonly PaintedColumn[];
  rows: readonly PaintedRow[];
  /** How wide the names are beside a column of weight 1. */
  nameWeight?: number;
}

const LINE = 15;
const PAD = 4;
/** Width of a sign of this size on average; what turns out longer is squeezed. */
const SIGN = 5.8;

/** A text in lines of so many signs at most, parted between words. */
export function wrapWords(text: string, signs: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= signs) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Names down the side, columns across: matrices, calendars and lines of time. */
export function gridPainter({ nameTitle, columns, rows, nameWeight = 2 }: PaintedGrid): Painter {
  const whole = columns.reduce((sum, { weight = 1 }) => sum + weight, nameWeight);
  const widthOf = (width: number, weight = 1) => (width * weight) / whole;
  const wrapped = (text: string, width: number) => wrapWords(text, Math.max(4, Math.floor((width - 2 * PAD) / SIGN)));
  const layOut = (width: number) => {
    const nameWidth = widthOf(width, nameWeight);
    let left = nameWidth;
    const places = columns.map((column) => {
      const place = { ...column, x: left, width: widthOf(width, column.weight) };
      left += place.width;
      return { ...place, heading: column.ticks ? [] : wrapped(column.title, place.width) };
    });
    const heads = [wrapped(nameTitle, nameWidth), ...places.map(({ heading }) => heading)];
    const head = Math.max(...heads.map((lines) => lines.length)) * LINE + 2 * PAD;
    let top = head;
    const lines = rows.map(({ name, cells }) => {
      const named = wrapped(name, cells.length === 0 ? width : nameWidth);
      const texts = places.map(({ width: wide }, index) =>
        (cells[index]?.lines ?? []).map((line) => (cells[index]?.bar ? [line] : wrapped(line, wide))),
      );
      const most = Math.max(named.length, ...texts.map((text) => text.flat().length));
      const row = { named, texts, cells, y: top, height: most * LINE + 2 * PAD };
      top += row.height;
      return row;
    });
    return { nameWidth, places, head, lines, height: top };
  };
  return {
    height: (width) => layOut(width).height,
    paint(pen, width, palette) {
      const { nameWidth, places, head, lines } = layOut(width);
      const quiet = { size: 11, colour: palette.muted, baseline: "middle" } as const;
      const write = (
        texts: readonly string[],
        x: number,
        y: number,
        wide: number,
        style: { colour: string; weight?: 600 },
      ) => {
        for (const [index, text] of texts.entries())
          pen.text(text, x + PAD, y + PAD + (index + 0.5) * LINE, { ...quiet, ...style, maxWidth: wide - 2 * PAD });
      };
      write(wrapped(nameTitle, nameWidth), 0, 0, nameWidth, { colour: palette.muted });
      for (const { x, width: wide, heading, ticks = [] } of places) {
        write(heading, x, 0, wide, { colour: palette.muted });
        for (const [index, tick] of ticks.entries())
          pen.text(tick, x + (index / ticks.length) * wide, head - PAD - LINE / 2, quiet);
      }
      for (const { named, texts, cells, y, height } of lines) {
        pen.rect({ x: 0, y, width, height: 1 }, palette.hairline);
        const isHeading = cells.length === 0;
        write(named, 0, y, isHeading ? width : nameWidth, {
          colour: palette.text,
          ...(isHeading ? { weight: 600 } : {}),
        });
        for (const [index, cell] of cells.entries()) {
          const place = places[index];
          if (!place) continue;
          const box = { x: place.x, y: y + 1, width: place.width - 1, height: height - 1 };
          const colour = drawGround(pen, box, cell, palette);
          if (place.mark !== null && place.mark !== undefined)
            pen.rect({ x: box.x + place.mark * box.width, y, width: 1.5, height }, palette.text);
          const [first = [], ...rest] = texts[index] ?? [];
          const indent = (cell.bar?.from ?? 0) * box.width;
          write(first, box.x + indent, box.y, box.width - indent, {
            colour,
            ...(cell.ground === "missing" ? {} : { weight: 600 }),
          });
          write(rest.flat(), box.x, box.y + first.length * LINE, box.width, {
            colour: cell.ground === undefined ? palette.muted : colour,
          });
        }
      }
    },
  };
}

/** Draws what a cell stands on; gives the colour of what is written over it. */
function drawGround(pen: Pen, box: Box, { ground, bar }: PaintedCell, palette: Palette): string {
  if (bar) {
    const x = box.x + bar.from * box.width;
    const filled = { x, y: box.y + 2, width: (bar.to - bar.from) * box.width, height: box.height - 4 };
    pen.rect(filled, bar.tone === "accent" ? palette.accentSoft : palette.track);
    return palette.text;
  }
  if (ground === undefined) return palette.text;
  if (ground === "missing") {
    pen.rect(box, palette.track);
    return palette.muted;
  }
  if (ground === "warn") {
    pen.rect(box, palette.warnSoft);
    return palette.text;
  }
  pen.rect(box, palette.ofClass(ground));
  return palette.onClass(ground);
}
