import { describe, expect, it } from "vitest";
import { svgPen } from "./svgPen.ts";

const measure = (text: string, size: number) => text.length * size;

describe("a drawing", () => {
  it("holds what was drawn, moved and scaled, in a file of its size", () => {
    const pen = svgPen(measure);
    pen.within({ x: 10, y: 20, scale: 0.5 }, () => {
      pen.rect({ x: 0, y: 0, width: 30, height: 4 }, "#123456");
      pen.path("M0 0L1 1", { stroke: "#000", lineWidth: 2 });
    });
    expect(pen.file(100, 50)).toMatch(/^<svg xmlns="[^"]+" width="100" height="50" viewBox="0 0 100 50"/);
    expect(pen.file(100, 50)).toContain(
      '<g transform="translate(10 20) scale(0.5)"><rect x="0" y="0" width="30" height="4" fill="#123456"/>' +
        '<path d="M0 0L1 1" fill="none" stroke="#000" stroke-width="2" stroke-linejoin="round"/></g>',
    );
  });

  it("writes names as text, and squeezes only what is too long", () => {
    const pen = svgPen(measure);
    const style = { size: 10, colour: "#000", maxWidth: 60 } as const;
    pen.text('Bà Rịa <& "Vũng Tàu">', 0, 0, style);
    pen.text("Huế", 0, 0, { ...style, anchor: "end", baseline: "middle", weight: 600 });
    const file = pen.file(10, 10);
    expect(file).toContain(
      'textLength="60" lengthAdjust="spacingAndGlyphs">Bà Rịa &lt;&amp; &quot;Vũng Tàu&quot;&gt;</text>',
    );
    expect(file).toContain(
      '<text x="0" y="3.6" font-size="10" font-weight="600" fill="#000" text-anchor="end">Huế</text>',
    );
  });

  it("takes a chart as a drawing, in the size asked for", () => {
    const pen = svgPen(measure);
    const size = { width: 400, height: 200 };
    const picture = () => {
      throw new Error("a drawing takes no picture");
    };
    pen.chart({ size: () => size, picture, drawing: () => ["<svg/>", size] }, 800, 400);
    expect(pen.file(800, 400)).toContain('<g transform="scale(2 2)"><svg/></g>');
  });
});
