import { expect, it } from "vitest";
import { type FacilityRow, prepareFacilities } from "./prepareFacilities.ts";

const aFacility = (code: string, row: Partial<FacilityRow> = {}): FacilityRow => ({
  facility_code: code,
  facility_name: `Cơ sở ${code}`,
  facility_type: "hospital",
  ownership: "public",
  grade: "I",
  facilities: 1,
  facilities_not_updated: 0,
  newest_update_date: "2022-06-20",
  doctors: null,
  nurses: null,
  beds_actual: null,
  equipment_broken: null,
  ...row,
});
const statesOf = (...rows: FacilityRow[]) =>
  prepareFacilities(rows).map(({ facility_code, state }) => [facility_code, state]);

it("puts those never heard of first, then the longest silent", () => {
  expect(
    statesOf(
      aFacility("A"),
      aFacility("B", { facilities_not_updated: 1, newest_update_date: "2022-03-01" }),
      aFacility("C", { facilities_not_updated: 1, newest_update_date: "2021-09-30" }),
      aFacility("D", { facilities_not_updated: 1, newest_update_date: null }),
      aFacility("E", { facilities: null, facilities_not_updated: null }),
    ),
  ).toEqual([
    ["D", "never"],
    ["C", "silent"],
    ["B", "silent"],
    ["E", "unlisted"],
    ["A", "updated"],
  ]);
});

it("leaves out what is no facility, or neither listed nor heard of", () => {
  expect(statesOf()).toEqual([]);
  expect(statesOf(aFacility(""), aFacility("F", { facilities: null, newest_update_date: null }))).toEqual([]);
});
