import { expect, it } from "vitest";
import { prepareMonths } from "./prepareMonths.ts";

const point = (date: string, visits: number | null) => ({ date, visits });

it("sets each month beside the same month a year before, without holes in time", () => {
  const months = prepareMonths(
    [point("2021-06-01", 3), point("2022-04-01", 4), point("2022-06-01", 6)],
    "2022-06-01",
    "visits",
  );
  expect(months.length).toBe(12);
  expect(months[0]?.month).toBe("2021-07-01");
  expect(months.slice(-3).map(({ value, yearBefore }) => [value, yearBefore])).toEqual([
    [4, null],
    [null, null],
    [6, 3],
  ]);
});

it("has no month where nothing is told, and keeps a missing figure missing", () => {
  expect(prepareMonths([], null, "visits")).toEqual([]);
  expect(prepareMonths([point("2022-06-01", null)], "2022-06-01", "visits").every(({ value }) => value === null)).toBe(
    true,
  );
});
