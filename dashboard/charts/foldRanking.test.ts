import { expect, it } from "vitest";
import { foldRanking } from "./foldRanking.ts";
import type { RankedArea } from "./prepareRanking.ts";

const area = (number: number, rank: number | null = number): RankedArea => ({
  level: "commune",
  code: String(number).padStart(5, "0"),
  name: `Xã ${number}`,
  value: rank === null ? null : 1 / number,
  rank,
  state: null,
  isUnknown: false,
});
const areas = (count: number) => Array.from({ length: count }, (_, index) => area(index + 1));
const shape = (sections: ReturnType<typeof foldRanking>) =>
  sections.map((section) => `${section.isFolded ? "-" : "+"}${section.areas.length}`);

it("keeps ten at each end of a long ranking, and the few that have no rank", () => {
  expect(shape(foldRanking([...areas(126), area(127, null), area(128, null)], null))).toEqual(["+10", "-106", "+12"]);
});

it("leaves out most of the many that have no rank, as such, but not the unknown member", () => {
  const silent = Array.from({ length: 100 }, (_, index) => area(index + 47, null));
  const sections = foldRanking([...areas(46), ...silent, { ...area(0, null), code: "79?" }], null);
  expect(shape(sections)).toEqual(["+10", "-26", "+20", "-90", "+1"]);
  expect(sections.flatMap(({ isFolded, isUnranked }) => (isFolded ? [isUnranked] : []))).toEqual([false, true]);
  expect(shape(foldRanking(silent, null))).toEqual(["+10", "-90"]);
});

it("shows the chosen area in its place", () => {
  const sections = foldRanking(areas(126), "00050");
  expect(shape(sections)).toEqual(["+10", "-39", "+1", "-66", "+10"]);
  expect(sections[2]?.areas[0]?.rank).toBe(50);
});

it("folds nothing of a short ranking, nor a few areas", () => {
  expect(shape(foldRanking(areas(20), null))).toEqual(["+20"]);
  expect(foldRanking(areas(24), null).every((section) => !section.isFolded)).toBe(true);
  expect(foldRanking([], null)).toEqual([]);
});
