import type { Pen } from "./pen.ts";

export interface SvgPen extends Pen {
  /** All that was drawn, as a file. */
  file(width: number, height: number): string;
}

/** How far below the height given a line of text stands, as a share of its size: not every program knows other baselines. */
const DESCENT = { top: 0.88, middle: 0.36, alphabetic: 0 };
const ANCHOR = { start: "start", center: "middle", end: "end" };
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const attributes = (values: Record<string, string | number | undefined>) =>
  Object.entries(values)
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [` ${name}="${typeof value === "number" ? Number(value.toFixed(2)) : escaped(value)}"`];
    })
    .join("");

/** Draws what a canvas would show, as a drawing that other programs can open and change. `measure` gives a text's width. */
export function svgPen(measure: (text: string, size: number, weight: 400 | 600) => number): SvgPen {
  const parts: string[] = [];
  const put = (name: string, values: Record<string, string | number | undefined>, content = "") =>
    parts.push(
      content === "" ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`,
    );
  return {
    rect: (box, fill) => void put("rect", { ...box, fill }),
    text(text, x, y, { size, colour, weight = 400, anchor = "start", baseline = "alphabetic", maxWidth }) {
      const isLong = maxWidth !== undefined && measure(text, size, weight) > maxWidth;
      put(
        "text",
        {
          ...{ x, y: y + DESCENT[baseline] * size, "font-size": size, "font-weight": weight, fill: colour },
          ...{ "text-anchor": ANCHOR[anchor] },
          ...(isLong ? { textLength: maxWidth, lengthAdjust: "spacingAndGlyphs" } : {}),
        },
        escaped(text),
      );
    },
    path: (path, { fill = "none", stroke, lineWidth }) =>
      void put("path", { d: path, fill, stroke, "stroke-width": lineWidth, "stroke-linejoin": stroke && "round" }),
    chart(chart, width, height) {
      const [drawing, size] = chart.drawing();
      const scale = `scale(${width / size.width} ${height / size.height})`;
      put("g", { transform: scale }, drawing);
    },
    within({ x = 0, y = 0, scale = 1 }, draw) {
      parts.push(`<g transform="translate(${x} ${y}) scale(${scale})">`);
      draw();
      parts.push("</g>");
    },
    file: (width, height) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `font-family="'Be Vietnam Pro', system-ui, sans-serif" style="font-variant-numeric:tabular-nums">${parts.join("")}</svg>`,
  };
}
