import { expect, it } from "vitest";
import { aimedReadiness, prepareGrades } from "./prepareReadiness.ts";

const row = (grade: string, ready: number | null, facilities: number | null) => ({
  grade,
  cashless_ready_facilities: ready,
  facilities,
  cashless_ready_rate: ready === null || !facilities ? null : ready / facilities,
});

it("adds up the hospitals of grade II and above, and no others", () => {
  const rows = [row("II", 3, 6), row("III", 9, 9), row("special", 2, 2)];
  expect(aimedReadiness(rows)).toEqual({ ready: 5, hospitals: 8, rate: 5 / 8 });
  expect(aimedReadiness([row("III", 1, 2)])).toEqual({ ready: 0, hospitals: 0, rate: null });
  expect(aimedReadiness([row("I", null, 4), row("II", 1, 1)]).rate).toBeNull();
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
