import { expect, it } from "vitest";
import type { DayRange } from "../data/periods.ts";
import { prepareCalendar, stepOfShare, writeShare } from "./prepareCalendar.ts";

const columns = { code: "code", name: "name" };
const days: DayRange = ["2022-05-10", "2022-06-30"];
const point = (code: string, date: string, rate: number | null) => ({ code, name: `Tỉnh ${code}`, date, rate });

it("lays months beside units, the one furthest behind first and silent ones last", () => {
  const points = [
    point("01", "2022-05-01", 0.5),
    point("01", "2022-06-01", 0.9),
    point("02", "2022-06-01", 0.7),
    point("04", "2022-05-01", 0.2),
  ];
  const { months, rows } = prepareCalendar(points, columns, "rate", days);
  expect(months).toEqual(["2022-05-01", "2022-06-01"]);
  expect(rows.map(({ code, values }) => [code, ...values])).toEqual([
    ["02", null, 0.7],
    ["01", 0.5, 0.9],
    ["04", 0.2, null],
  ]);
});

it("has no rows where nothing is told, and none for what is known only above the unit", () => {
  expect(prepareCalendar([], columns, "rate", days).rows).toEqual([]);
  expect(prepareCalendar([point("01?", "2022-06-01", 0.1)], columns, "rate", days).rows).toEqual([]);
  expect(prepareCalendar([point("01", "2022-06-01", 0.1)], null, "rate", days).rows).toEqual([]);
});

it("shows a month of no figure as missing, and leaves out months that were not asked for", () => {
  const points = [point("01", "2022-06-01", null), point("01", "2021-01-01", 0.3)];
  expect(prepareCalendar(points, columns, "rate", days).rows[0]?.values).toEqual([null, null]);
});

it("colours a share by the seventh that it is in, and never writes a whole that is not reached", () => {
  expect([0, 0.5, 0.999, 1].map(stepOfShare)).toEqual(["step-0", "step-3", "step-6", "step-6"]);
  expect([0.999, 1, 0, null].map(writeShare)).toEqual(["99", "100", "0", "—"]);
});
