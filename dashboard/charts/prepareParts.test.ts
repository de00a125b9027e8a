import { expect, it } from "vitest";
import { prepareParts } from "./prepareParts.ts";

const rate = { name: "rate", unit: "percent" } as const;
const row = (code: string, value: number | null, count: number | null) => ({
  grade: code,
  rate: value,
  facilities: count,
});
const rowsOf = (...rows: ReturnType<typeof row>[]) =>
  prepareParts([{ dimension: "grade", rows }], rate, "facilities")[0]?.rows ?? [];

it("orders grades as officials name them, whatever order they come in", () => {
  const rows = rowsOf(row("none", 0.5, 9), row("II", 0.9, 4), row("special", 0.8, 2));
  expect(rows.map(({ code }) => code)).toEqual(["special", "II", "none"]);
  expect(rows[0]).toMatchObject({ word: "facility.special", share: 0.8, count: 2 });
});

it("keeps a code that it has no word for, and what has a count but no rate", () => {
  expect(rowsOf(row("V", 0.5, 1), row("I", null, 3)).map(({ code, word, share }) => [code, word, share])).toEqual([
    ["I", "facility.gradeI", null],
    ["V", null, 0.5],
  ]);
});

it("leaves out what is told nothing of, and keeps a share above the whole within its track", () => {
  expect(rowsOf()).toEqual([]);
  expect(rowsOf(row("I", null, null), row("", 0.4, 2))).toEqual([]);
  expect(rowsOf(row("I", 1.25, 3), row("II", 1, 3)).map(({ share }) => share)).toEqual([1, 0.8]);
});
