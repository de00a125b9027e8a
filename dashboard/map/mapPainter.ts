import type { Painter } from "../charts/download.ts";
import { type ArchipelagoName, archipelagoNames } from "./archipelagoNames.ts";
import { type DrawnMap, LINE_WIDTHS_FOR } from "./drawnMap.ts";
import type { ClassColour } from "./mapClasses.ts";

interface Words {
  /** Of the archipelagos; null where they are not on the map. */
  archipelagos: ((name: ArchipelagoName) => [name: string, owner: string]) | null;
  /** Classes of the colour key, lowest first. */
  legend: { colour: ClassColour; text: string }[];
  /** How the values were divided into them; empty where there are none. */
  classing: string;
}

const KEY_ROW = 20;

/** The map in a picture: the same classes, borders and names as on the screen. `colourOfCode` is null where there is no figure. */
export function mapPainter(map: DrawnMap, colourOfCode: (code: string) => ClassColour | null, words: Words): Painter {
  const { x, y, width: boxWidth, height: boxHeight } = map.box;
  return {
    height: (width) => (boxHeight / boxWidth) * width + (words.legend.length + 1) * KEY_ROW + 16,
    paint(pen, width, palette) {
      const scale = width / boxWidth;
      pen.within({ scale, x: -x * scale, y: -y * scale }, () => {
        for (const { code, shapes, inset } of map.areas) {
          const colour = colourOfCode(code);
          const fill = colour === null ? palette.track : palette.ofClass(colour);
          const line = boxWidth / LINE_WIDTHS_FOR / (inset?.scale ?? 1);
          pen.within(inset ?? {}, () => {
            for (const { path } of shapes) pen.path(path, { stroke: palette.surface, lineWidth: 2.2 * line });
            for (const { id, path } of shapes) {
              const width = id === "hoangsa" || id === "truongsa" ? 2.4 : 0.5;
              pen.path(path, { fill, stroke: fill, lineWidth: width * line });
            }
          });
        }
        for (const place of words.archipelagos ? archipelagoNames : []) {
          const [name, owner] = words.archipelagos?.(place) ?? ["", ""];
          const { anchor } = place;
          pen.text(name, place.x, place.y - 4, { size: 18, colour: palette.text, anchor });
          pen.text(owner, place.x, place.y + 15, { size: 15, colour: palette.muted, anchor });
        }
      });
      const top = (boxHeight / boxWidth) * width + 16;
      for (const [index, { colour, text }] of words.legend.entries()) {
        const y = top + index * KEY_ROW;
        pen.rect({ x: 0, y: y + 3, width: 22, height: KEY_ROW - 6 }, palette.ofClass(colour));
        pen.text(text, 30, y + KEY_ROW / 2, { size: 12, colour: palette.muted, baseline: "middle" });
      }
      const below = top + (words.legend.length + 0.5) * KEY_ROW;
      pen.text(words.classing, 0, below, { size: 12, colour: palette.muted, baseline: "middle" });
    },
  };
}

/** Two pictures beside each other, the left one taking `share` of the width. */
export function besidePainter(left: Painter, right: Painter, share: number): Painter {
  const gap = 24;
  const widths = (width: number) => [width * share - gap, width * (1 - share)] as const;
  return {
    height(width) {
      const [leftWidth, rightWidth] = widths(width);
      return Math.max(left.height(leftWidth), right.height(rightWidth));
    },
    paint(pen, width, palette) {
      const [leftWidth, rightWidth] = widths(width);
      left.paint(pen, leftWidth, palette);
      pen.within({ x: leftWidth + gap }, () => right.paint(pen, rightWidth, palette));
    },
  };
}
