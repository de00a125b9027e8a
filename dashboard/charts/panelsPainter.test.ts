import { expect, it } from "vitest";
import type { Painter } from "./download.ts";
import { panelsPainter } from "./panelsPainter.ts";

const of = (height: number): Painter => ({ height: () => height, paint: () => undefined });

it("lays panels two in a row, each row as high as its higher one", () => {
  const [head, gap] = [24, 24];
  const height = panelsPainter([
    { title: "a", painter: of(100) },
    { title: "b", painter: of(60) },
    { title: "c", painter: of(80) },
  ]).height(500);
  expect(height).toBe(head + 100 + gap + (head + 80 + gap));
});

it("keeps the place of a chart that is not there yet, and has no height without panels", () => {
  expect(panelsPainter([{ title: "a", painter: null }]).height(500)).toBe(48);
  expect(panelsPainter([]).height(500)).toBe(0);
});
