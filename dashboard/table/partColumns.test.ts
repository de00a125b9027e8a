import { expect, it } from "vitest";
import { partColumns } from "./partColumns.ts";

const columns = (count: number) => Array.from({ length: count }, (_, index) => index);

it("parts columns evenly over as few sheets as fit, and loses none", () => {
  expect(partColumns(columns(13), 6).map(({ length }) => length)).toEqual([5, 5, 3]);
  expect(partColumns(columns(6), 6)).toEqual([columns(6)]);
  expect(partColumns(columns(7), 6).flat()).toEqual(columns(7));
  expect(partColumns([], 6)).toEqual([]);
});
