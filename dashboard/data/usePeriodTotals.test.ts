import { expect, it } from "vitest";
import { periodBefore } from "./usePeriodTotals.ts";

it("compares a period with one as long that ends on the day to compare with", () => {
  const asOf = "2022-06-30";
  expect(periodBefore({ asOf, compare: "2022-05-31", period: ["2022-04-01", asOf] })).toEqual([
    "2022-03-02",
    "2022-05-31",
  ]);
  expect(periodBefore({ asOf, compare: null, period: ["2022-04-01", asOf] })).toBeNull();
});
