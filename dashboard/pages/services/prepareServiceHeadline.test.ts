import { expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { prepareServiceHeadline } from "./prepareServiceHeadline.ts";

const unknown = {
  date: "2022-06-01",
  outpatient_visits: null,
  inpatient_admissions: null,
  bed_occupancy_rate: null,
  chip_id_facility_rate: null,
};
const month = {
  date: "2022-06-01",
  outpatient_visits: 17_224_518,
  inpatient_admissions: 1_232_628,
  bed_occupancy_rate: 0.82,
  chip_id_facility_rate: 0.32,
};
const far = { name: "Sơn La", value: 0.1 };
const keys = (row: Parameters<typeof prepareServiceHeadline>[0], furthest: typeof far | null = far) =>
  prepareServiceHeadline(row, furthest, createFormat("vi")).map(({ key }) => key.replace("services.headline.", ""));

it("says what was given, how full the beds are, how far chip IDs are and who is furthest behind", () => {
  expect(keys(month)).toEqual(["visits", "admissions", "occupancy", "chip", "furthest"]);
  expect(prepareServiceHeadline(month, far, createFormat("vi"))[0]?.values.month).toBe("06/2022");
});

it("blames nobody where all use chip IDs, or where their use is not told", () => {
  expect(keys({ ...month, chip_id_facility_rate: 1 })).toEqual(["visits", "admissions", "occupancy", "chip"]);
  expect(keys({ ...month, chip_id_facility_rate: null })).toEqual(["visits", "admissions", "occupancy"]);
  expect(keys(month, null)).not.toContain("furthest");
});

it("says nothing of what is not known", () => {
  expect(keys(undefined)).toEqual([]);
  expect(keys(unknown)).toEqual([]);
});
