import { expect, it } from "vitest";
import { paymentFacilities } from "../pages/payments/payments.ts";
import { resourceFacilities } from "../pages/resources/resources.ts";
import { specWithin } from "./facilitySpec.ts";

it("expects no facility of one payment method, and shows none of the shares that it answers by being what it is", () => {
  const { expected, reported, columns } = specWithin(paymentFacilities, [["method", ["qr"]]]);
  expect(expected).toBeNull();
  expect(reported).toEqual(paymentFacilities.reported);
  expect(columns).toEqual(["transactions", "amount_vnd"]);
});

it("says of one type of equipment nothing about who reports", () => {
  const { expected, reported, columns } = specWithin(resourceFacilities, [["equipment_type", ["mri"]]]);
  expect([expected, reported]).toEqual([null, null]);
  expect(columns).toEqual(["equipment_in_order", "equipment_broken"]);
});

it("is whole where the page is, or where it is narrowed to a kind of facilities", () => {
  expect(specWithin(resourceFacilities, [])).toEqual(resourceFacilities);
  expect(specWithin(resourceFacilities, [["grade", ["I"]]])).toEqual(resourceFacilities);
});
