import type { TestData } from "../../warehouse/testing/openTestWarehouse.ts";
import { stillInForce } from "../../warehouse/validity.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { publish, writeRows } from "./changes.ts";
import { benNghe, trucBach } from "./smallCountry.ts";

/** Phường Cống Vị, quận Ba Đình, Hà Nội: split, and given to Phường Ngọc Hà. */
export const congVi = 63_000_007;
export const haNoi = 63_200_001;
export const saiGon = 63_200_079;
/** Bà Rịa – Vũng Tàu, now TP. Hồ Chí Minh. */
export const vungTau = 63_200_077;

const untold = {
  doctors: -1,
  assistant_doctors: -1,
  nurses: -1,
  midwives: -1,
  pharmacists: -1,
  beds_planned: -1,
  beds_actual: -1,
};

const listed = (code: string, type: string, ownership: string, grade: string, place: number, terms: string[]) => ({
  load_id: 5001,
  facility_code: code,
  name: `Cơ sở ${code}`,
  facility_type: type,
  ownership,
  grade,
  managing_level: ownership === "private" ? "private" : "province",
  place_key: place,
  valid_from: terms[0],
  valid_to: terms[1],
});

/** H moves and is promoted on 2022-07-01, S closes after 2022-08-15, P never reports; no list knows X. */
const facilities = [
  listed("H", "hospital", "public", "II", trucBach, ["1970-01-01", "2022-06-30"]),
  listed("H", "hospital", "public", "I", congVi, ["2022-07-01", stillInForce]),
  listed("S", "health_station", "public", "none", benNghe, ["1970-01-01", "2022-08-15"]),
  listed("C", "clinic", "private", "none", vungTau, ["1970-01-01", stillInForce]),
  listed("P", "pharmacy", "private", "none", trucBach, ["1970-01-01", stillInForce]),
  listed("T", "health_centre", "public", "III", saiGon, ["1970-01-01", stillInForce]),
];

const report = (load: number, code: string, place: number, month: string, updated: string, figures: object) => ({
  load_id: load,
  facility_code: code,
  place_key: place,
  month,
  updated_date: updated,
  ...untold,
  ...figures,
});

/** Publication 2: all but P report May. 3: H reports June. 4 restates H's May whole. 6: X reports August. */
const resources = [
  report(5002, "H", trucBach, "2022-05-01", "2022-05-31", { doctors: 100, nurses: 200, beds_actual: 320 }),
  report(5002, "S", benNghe, "2022-05-01", "2022-05-31", { doctors: 2, beds_actual: 5 }),
  report(5002, "C", vungTau, "2022-05-01", "2022-06-01", { doctors: 4, beds_actual: 0 }),
  report(5002, "T", saiGon, "2022-05-01", "2022-06-10", { doctors: 20, beds_planned: 60 }),
  report(5002, "X", haNoi, "2022-05-01", "2022-06-20", { doctors: 1 }),
  report(5003, "H", congVi, "2022-06-01", "2022-07-05", { doctors: 110, beds_actual: 330 }),
  report(5004, "H", trucBach, "2022-05-01", "2022-05-31", { doctors: 90, beds_actual: 300 }),
  report(5006, "X", haNoi, "2022-08-01", "2022-09-10", { doctors: 2 }),
];

const device = (code: string, place: number, type: string, inOrder: number, broken: number) => ({
  load_id: 5002,
  facility_code: code,
  place_key: place,
  month: "2022-05-01",
  updated_date: "2022-05-31",
  equipment_code: type,
  in_order_count: inOrder,
  broken_count: broken,
});

const equipment = [
  device("H", trucBach, "ct_scanner", 2, 1),
  device("H", trucBach, "mri", 1, -1),
  device("T", saiGon, "x_ray", 3, 1),
];

/** A sample of 1 in 200: 8,000 people in Hà Nội, 9,000 in TP. Hồ Chí Minh, 1,000 in Bà Rịa – Vũng Tàu. */
const people = [
  [haNoi, 40],
  [saiGon, 45],
  [vungTau, 5],
].map(([place, population]) => ({ load_id: 5005, place_key: place, year: 2022, age_group: "all", population }));

/** Six facilities in three provinces with their staff, beds and equipment, and the people they serve. */
const loadHealthCountry = async (warehouse: Warehouse): Promise<void> => {
  await writeRows(warehouse, "mart.dim_facilities", facilities);
  await writeRows(warehouse, "mart.fct_resources", resources);
  await writeRows(warehouse, "mart.fct_equipment", equipment);
  await writeRows(warehouse, "mart.fct_population_groups", people);
  const load = (number: number, job: string, firstDate: string, lastDate: string, sampleScale = 1) =>
    publish(warehouse, { number, loadId: 5000 + number, job, firstDate, lastDate, sampleScale, dataset: "sample" });
  await load(1, "facilities", "1970-01-01", "1970-01-01");
  await load(2, "resources", "2022-05-31", "2022-06-20");
  await load(3, "resources", "2022-07-05", "2022-07-05");
  await load(4, "resources", "2022-05-31", "2022-05-31");
  await load(5, "population", "2022-01-01", "2022-01-01", 200);
  await load(6, "resources", "2022-09-10", "2022-09-10");
};

/** The same for several test files. */
export const healthCountry: TestData = { name: "healthCountry", load: loadHealthCountry };
