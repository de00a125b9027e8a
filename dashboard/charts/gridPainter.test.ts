import { expect, it } from "vitest";
import type { Palette } from "../theme/usePalette.ts";
import { gridPainter, type PaintedGrid, wrapWords } from "./gridPainter.ts";
import { svgPen } from "./svgPen.ts";

const palette: Palette = {
  ...{ surface: "surface", text: "text", muted: "muted", hairline: "hairline", track: "track", accent: "accent" },
  ...{ accentSoft: "accentSoft", warn: "warn", warnSoft: "warnSoft", barLate: "barLate", better: "better", steps: [] },
  ofClass: (colour) => colour,
  onClass: (colour) => `on-${colour}`,
};
const drawn = (grid: PaintedGrid) => {
  const pen = svgPen(() => 0);
  gridPainter(grid).paint(pen, 600, palette);
  return pen.file(600, 400);
};
const aGrid = (...cells: PaintedGrid["rows"][number]["cells"]): PaintedGrid => ({
  nameTitle: "Đơn vị",
  columns: cells.map((_, index) => ({ title: `Cột ${index + 1}` })),
  rows: [{ name: "Hà Nội", cells }],
});

it("parts a text between words, and leaves a long word whole", () => {
  expect(wrapWords("Tỷ lệ cơ sở cập nhật", 11)).toEqual(["Tỷ lệ cơ sở", "cập nhật"]);
  expect(wrapWords("programme_connected_rate", 5)).toEqual(["programme_connected_rate"]);
});

it("writes every name and line, on the ground that the cell stands on", () => {
  const file = drawn(
    aGrid(
      { lines: ["97 %"], ground: "step-5" },
      { lines: ["—"], ground: "missing" },
      { lines: ["0 %", "chậm"], ground: "warn" },
    ),
  );
  for (const text of ["Đơn vị", "Cột 3", "Hà Nội", "97 %", "—", "chậm"]) expect(file).toContain(`>${text}<`);
  expect(file).toContain('fill="step-5"');
  expect(file).toMatch(/fill="on-step-5"[^>]*>97 %/);
  expect(file).toContain('fill="track"');
  expect(file).toContain('fill="warnSoft"');
});

it("draws a bar over its part of the axis, the day across it, and headings without cells", () => {
  const file = drawn({
    nameTitle: "Nhiệm vụ",
    columns: [{ title: "Năm", ticks: ["2023", "2024"], mark: 0.5, weight: 2 }],
    rows: [
      { name: "A. Hạ tầng", cells: [] },
      { name: "A1", cells: [{ lines: ["2023"], bar: { from: 0, to: 0.5, tone: "accent" } }] },
    ],
  });
  expect(file).toContain(">2024<");
  expect(file).not.toContain(">Năm<");
  expect(file).toMatch(/x="300"[^>]*width="149.5"[^>]*fill="accentSoft"/);
  expect(file.match(/width="1.5"/g)).toHaveLength(1);
});

it("is as high as its longest cell asks for", () => {
  const height = (grid: PaintedGrid) => gridPainter(grid).height(600);
  expect(height(aGrid({ lines: ["1", "2", "3"] }))).toBeGreaterThan(height(aGrid({ lines: ["1"] })));
  expect(height({ nameTitle: "Đơn vị", columns: [], rows: [] })).toBe(23);
});
