import type { Snapshot } from "./EChart.tsx";

const FONT = '"Be Vietnam Pro", system-ui, sans-serif';

export interface TextStyle {
  size: number;
  colour: string;
  weight?: 400 | 600;
  anchor?: "start" | "center" | "end";
  /** What stands at the height given. */
  baseline?: "top" | "middle" | "alphabetic";
  /** Longer text is squeezed into it. */
  maxWidth?: number;
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Move {
  x?: number;
  y?: number;
  scale?: number;
}
export interface PathStyle {
  fill?: string;
  stroke?: string;
  lineWidth?: number;
}

/** What a figure is drawn with, into a picture or a drawing. */
export interface Pen {
  rect(box: Box, fill: string): void;
  text(text: string, x: number, y: number, style: TextStyle): void;
  /** A path in the words of SVG. */
  path(path: string, style: PathStyle): void;
  /** A chart as it stands on the screen, from the corner on. */
  chart(chart: Snapshot, width: number, height: number): void;
  /** Draws within a place of its own: moved, then scaled. */
  within(move: Move, draw: () => void): void;
}

export const fontOf = (size: number, weight: 400 | 600 = 400) => `${weight} ${size}px ${FONT}`;

export const canvasPen = (context: CanvasRenderingContext2D): Pen => ({
  rect({ x, y, width, height }, fill) {
    context.fillStyle = fill;
    context.fillRect(x, y, width, height);
  },
  text(text, x, y, { size, colour, weight = 400, anchor = "start", baseline = "alphabetic", maxWidth }) {
    context.font = fontOf(size, weight);
    context.fillStyle = colour;
    context.textAlign = anchor;
    context.textBaseline = baseline;
    context.fillText(text, x, y, maxWidth);
  },
  path(path, { fill, stroke, lineWidth = 1 }) {
    const shape = new Path2D(path);
    context.lineJoin = "round";
    if (fill) {
      context.fillStyle = fill;
      context.fill(shape);
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = lineWidth;
      context.stroke(shape);
    }
  },
  chart: (chart, width, height) => context.drawImage(chart.picture(), 0, 0, width, height),
  within({ x = 0, y = 0, scale = 1 }, draw) {
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    draw();
    context.restore();
  },
});
