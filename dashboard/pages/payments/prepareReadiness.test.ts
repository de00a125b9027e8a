import { expect, it } from "vitest";
import { prepareGrades } from "./prepareReadiness.ts";

const row = (grade: string, ready: number | null, facilities: number | null) => ({
  grade,
  cashless_ready_facilities: ready,
  facilities,
  cashless_ready_rate: ready === null || !facilities ? null : ready / facilities,
});

it("shows grades from the highest, with a state only where the target is of them", () => {
  const bars = prepareGrades([row("III", 9, 9), row("II", 3, 6), row("special", 2, 2), row("I", null, 1)], 1);
  expect(bars.map(({ grade, state }) => [grade, state])).toEqual([
    ["special", "met"],
    ["I", "noData"],
    ["II", null],
    ["III", null],
  ]);
  expect(prepareGrades([], 1)).toEqual([]);
  expect(prepareGrades([row("II", 0, 0)], 1)).toEqual([]);
  expect(prepareGrades([row("II", 3, 6)], null)[0]?.state).toBeNull();
});
