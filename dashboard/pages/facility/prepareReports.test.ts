import { expect, it } from "vitest";
import { monthsOf, prepareReports } from "./prepareReports.ts";

const range: [string, string] = ["2022-03-15", "2022-06-30"];
const reports = (points: Parameters<typeof prepareReports>[0]) => prepareReports(points, "told", range);

it("names the months of a range, whole or not", () => {
  expect(monthsOf(range)).toEqual(["2022-03-01", "2022-04-01", "2022-05-01", "2022-06-01"]);
});

it("counts a month as reported by its own figure, and never a zero", () => {
  expect(
    reports([
      { date: "2022-03-01", told: 4 },
      { date: "2022-04-01", told: 0 },
      { date: "2022-05-01", told: null },
    ]),
  ).toEqual({ cells: [true, false, false, false], newest: "2022-03-01", isLate: true });
});

it("counts a month as updated only where the newest report is of it", () => {
  expect(
    reports([
      { date: "2022-04-01", told: "2022-02-10" },
      { date: "2022-05-01", told: "2022-05-20" },
      { date: "2022-06-01", told: "2022-05-20" },
    ]),
  ).toEqual({ cells: [false, false, true, false], newest: "2022-05-01", isLate: false });
});

it("is late where nothing was ever sent", () => {
  expect(reports([])).toEqual({ cells: [false, false, false, false], newest: null, isLate: true });
});
