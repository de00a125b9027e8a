import type { Painter } from "../charts/download.ts";
import { fontOf } from "../charts/download.ts";
import { type ArchipelagoName, archipelagoNames } from "./archipelagoNames.ts";
import { type DrawnMap, LINE_WIDTHS_FOR } from "./drawnMap.ts";
import type { ClassColour } from "./mapClasses.ts";

interface Words {
  /** Of the archipelagos; null where they are not on the map. */
  archipelagos: ((name: ArchipelagoName) => [name: string, owner: string]) | null;
  /** Classes of the colour key, lowest first. */
  legend: { colour: ClassColour; text: string }[];
}

const KEY_ROW = 20;

/** The map in a picture: the same classes, borders and names as on the screen. `colourOfCode` is null where there is no figure. */
export function mapPainter(map: DrawnMap, colourOfCode: (code: string) => ClassColour | null, words: Words): Painter {
  const { x, y, width: boxWidth, height: boxHeight } = map.box;
  return {
    height: (width) => (boxHeight / boxWidth) * width + words.legend.length * KEY_ROW + 16,
    paint(context, width, palette) {
      const scale = width / boxWidth;
      context.save();
      context.scale(scale, scale);
      context.translate(-x, -y);
      context.lineJoin = "round";
      for (const { code, shapes, inset } of map.areas) {
        const colour = colourOfCode(code);
        const fill = colour === null ? palette.track : palette.ofClass(colour);
        const paths = shapes.map((shape) => new Path2D(shape.path));
        context.save();
        if (inset) context.transform(inset.scale, 0, 0, inset.scale, inset.x, inset.y);
        const pen = boxWidth / LINE_WIDTHS_FOR / (inset?.scale ?? 1);
        context.strokeStyle = palette.surface;
        context.lineWidth = 2.2 * pen;
        for (const path of paths) context.stroke(path);
        context.fillStyle = fill;
        context.strokeStyle = fill;
        for (const [index, path] of paths.entries()) {
          context.lineWidth = (shapes[index]?.id === "hoangsa" || shapes[index]?.id === "truongsa" ? 2.4 : 0.5) * pen;
          context.fill(path);
          context.stroke(path);
        }
        context.restore();
      }
      context.textBaseline = "alphabetic";
      for (const place of words.archipelagos ? archipelagoNames : []) {
        const [name, owner] = words.archipelagos?.(place) ?? ["", ""];
        context.textAlign = place.anchor;
        context.fillStyle = palette.text;
        context.font = fontOf(18);
        context.fillText(name, place.x, place.y - 4);
        context.fillStyle = palette.muted;
        context.font = fontOf(15);
        context.fillText(owner, place.x, place.y + 15);
      }
      context.restore();
      const top = (boxHeight / boxWidth) * width + 16;
      context.textAlign = "left";
      context.textBaseline = "middle";
      context.font = fontOf(12);
      for (const [index, { colour, text }] of words.legend.entries()) {
        context.fillStyle = palette.ofClass(colour);
        context.fillRect(0, top + index * KEY_ROW + 3, 22, KEY_ROW - 6);
        context.fillStyle = palette.muted;
        context.fillText(text, 30, top + (index + 0.5) * KEY_ROW);
      }
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
    paint(context, width, palette) {
      const [leftWidth, rightWidth] = widths(width);
      left.paint(context, leftWidth, palette);
      context.save();
      context.translate(leftWidth + gap, 0);
      right.paint(context, rightWidth, palette);
      context.restore();
    },
  };
}
