import { expect, it } from "vitest";
import { partsOfUnreported, unreportedAsMissing } from "./prepareUnreported.ts";

it("takes readiness for missing where no facility reported, and leaves a reported 0", () => {
  const row = { cashless_ready_facilities: 0, cashless_ready_rate: 0, facilities: 9 };
  const rates = [null, 2].map(
    (facilities_reporting) => unreportedAsMissing({ ...row, facilities_reporting }).cashless_ready_rate,
  );
  expect(rates).toEqual([null, 0]);
  const parts = [{ cashless_ready_rate: 0 }];
  expect(partsOfUnreported(parts, { facilities_reporting: null })[0]?.cashless_ready_rate).toBeNull();
  expect(partsOfUnreported(parts, { facilities_reporting: 2 })).toEqual(parts);
  expect(partsOfUnreported(parts, undefined)).toEqual(parts);
});
