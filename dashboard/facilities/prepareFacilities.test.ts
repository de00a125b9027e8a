import { expect, it } from "vitest";
import type { FigureRow } from "../data/viewCatalogue.ts";
import { countFacilities, prepareFacilities } from "./prepareFacilities.ts";

const asOf = "2022-06-30";
const levels = {
  expected: "facilities",
  reported: { by: "day", measure: "newest" },
  isOfPeriod: false,
  columns: ["doctors"],
} as const;
const aFacility = (code: string, row: FigureRow = {}): FigureRow => ({
  facility_code: code,
  facility_name: `Cơ sở ${code}`,
  facility_type: "hospital",
  ownership: "public",
  grade: "I",
  facilities: 1,
  newest: "2022-06-20",
  ...row,
});
const statesOf = (told: Parameters<typeof prepareFacilities>[1], ...rows: FigureRow[]) =>
  prepareFacilities(rows, told, asOf).map(({ code, state }) => [code, state]);

it("puts those never heard of first, then the longest silent", () => {
  expect(
    statesOf(
      levels,
      aFacility("A", { newest: "2022-05-31" }),
      aFacility("B", { newest: "2022-05-30" }),
      aFacility("C", { newest: "2021-09-30" }),
      aFacility("D", { newest: null }),
      aFacility("E", { facilities: null }),
    ),
  ).toEqual([
    ["D", "never"],
    ["C", "silent"],
    ["B", "silent"],
    ["E", "unlisted"],
    ["A", "updated"],
  ]);
});

it("says no more than the view tells: of a period, or without days", () => {
  expect(statesOf({ ...levels, isOfPeriod: true }, aFacility("A", { newest: null }))).toEqual([["A", "notInPeriod"]]);
  const counted = { ...levels, reported: { by: "count", measure: "reporting" }, isOfPeriod: true } as const;
  expect(statesOf(counted, aFacility("A", { reporting: 1 }), aFacility("B", { reporting: null }))).toEqual([
    ["B", "notInPeriod"],
    ["A", "updated"],
  ]);
  expect(statesOf({ ...levels, expected: null }, aFacility("A", { facilities: null }))).toEqual([["A", "updated"]]);
});

it("leaves out what is no facility, or neither listed nor heard of", () => {
  expect(statesOf(levels)).toEqual([]);
  expect(statesOf(levels, aFacility(""), aFacility("F", { facilities: null, newest: null }))).toEqual([]);
});

it("says nothing of reports where nothing is told of them, and lists who has a figure", () => {
  const silent = { ...levels, expected: null, reported: null };
  const rows = [aFacility("B", { doctors: 0 }), aFacility("A", { doctors: 3 }), aFacility("C", { doctors: null })];
  expect(statesOf(silent, ...rows)).toEqual([
    ["A", null],
    ["B", null],
  ]);
  expect(countFacilities(prepareFacilities(rows, silent, asOf))).toMatchObject({ updated: 0, never: 0, unlisted: 0 });
});

it("counts how many stand in each state", () => {
  const facilities = prepareFacilities([aFacility("A"), aFacility("B", { newest: null })], levels, asOf);
  expect(countFacilities(facilities)).toMatchObject({ updated: 1, never: 1, silent: 0 });
  expect(countFacilities([]).updated).toBe(0);
});
