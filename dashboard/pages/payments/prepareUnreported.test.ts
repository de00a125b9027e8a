import { expect, it } from "vitest";
import { unreportedAsMissing } from "./prepareUnreported.ts";

it("takes readiness for missing where no facility reported, and leaves a reported 0", () => {
  const row = { cashless_ready_facilities: 0, cashless_ready_rate: 0, facilities: 9 };
  const rates = unreportedAsMissing([
    { ...row, facilities_reporting: null },
    { ...row, facilities_reporting: 2 },
  ]).map((shown) => shown.cashless_ready_rate);
  expect(rates).toEqual([null, 0]);
  expect(unreportedAsMissing([])).toEqual([]);
});
