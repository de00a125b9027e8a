import { expect, it } from "vitest";
import { daysAround, monthOf, narrowToMonth } from "./months.ts";

it("shows the months around the one chosen, as far as there is data", () => {
  expect(daysAround("2022-05-01", "2020-01-01", "2024-12-31")).toEqual(["2021-06-01", "2023-04-30"]);
  expect(daysAround("2022-05-01", "2021-12-15", "2022-06-12")).toEqual(["2021-12-15", "2022-06-12"]);
});

it("ends a month at its last day, and the month under way at the newest day, whichever that will be", () => {
  expect(monthOf("2022-05-17")).toBe("2022-05-01");
  expect(narrowToMonth("2022-02-01", "2022-06-12")).toEqual({ asOf: "2022-02-28", period: "month" });
  expect(narrowToMonth("2022-06-01", "2022-06-12")).toEqual({ asOf: null, period: "month" });
  expect(narrowToMonth("2022-06-01", "2022-06-30")).toEqual({ asOf: null, period: "month" });
});
