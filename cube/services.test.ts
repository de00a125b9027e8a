import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, type Question } from "./testing/askCube.ts";
import { publish, writeRows } from "./testing/changes.ts";
import { congVi, haNoi, healthCountry, saiGon } from "./testing/healthCountry.ts";
import { measuresOf } from "./testing/measuresOf.ts";
import { benNghe, trucBach } from "./testing/smallCountry.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

const untold = {
  outpatient_visits: -1,
  insured_visits: -1,
  inpatient_admissions: -1,
  inpatient_days: -1,
  surgeries: -1,
  deliveries: -1,
  lab_tests: -1,
  imaging: -1,
  telehealth_consultations: -1,
  chip_id_visits: -1,
  chip_id_successes: -1,
};
const report = (number: number, code: string, place: number, month: string, figures: Partial<typeof untold>) => ({
  load_id: 5000 + number,
  source: number === 8 ? "claims" : "form",
  facility_code: code,
  place_key: place,
  month,
  ...untold,
  ...figures,
});

/**
 * 7: forms of May and June, a sample of 1 in 10. 8: claims of the same months, of 1 in 2. 9: H's June again, whole.
 * Beds of H: 300 at the end of May and June (as known now), 330 from 5 July on; of S 5; of C none; of T and X untold.
 */
const reports = [
  report(7, "H", trucBach, "2022-05-01", { outpatient_visits: 100, inpatient_days: 6000, inpatient_admissions: 1000 }),
  report(7, "H", trucBach, "2022-06-01", {
    outpatient_visits: 900,
    surgeries: 7,
    inpatient_days: 4000,
    chip_id_visits: 50,
    chip_id_successes: 40,
  }),
  report(7, "S", benNghe, "2022-06-01", { outpatient_visits: 30, chip_id_visits: 0, inpatient_days: 15 }),
  report(7, "T", saiGon, "2022-06-01", { outpatient_visits: 200, inpatient_days: 500, inpatient_admissions: 100 }),
  report(8, "H", trucBach, "2022-06-01", { outpatient_visits: 1, insured_visits: 600, inpatient_days: 2700 }),
  report(8, "X", haNoi, "2022-06-01", { insured_visits: 0, chip_id_visits: 9 }),
  report(9, "H", congVi, "2022-06-01", { outpatient_visits: 800, chip_id_visits: 60, chip_id_successes: 57 }),
  report(10, "H", congVi, "2022-07-01", { outpatient_visits: 500, inpatient_days: 5115, inpatient_admissions: 900 }),
];

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: healthCountry });
  await writeRows(warehouse, "mart.fct_services", reports);
  const load = (number: number, job: string, month: [string, string], sampleScale: number) =>
    publish(warehouse, {
      number,
      loadId: 5000 + number,
      job,
      firstDate: month[0],
      lastDate: month[1],
      sampleScale,
      dataset: "sample",
    });
  await load(7, "services", ["2022-05-31", "2022-06-30"], 10);
  await load(8, "claims", ["2022-06-30", "2022-06-30"], 2);
  await load(9, "services", ["2022-06-30", "2022-06-30"], 10);
  await load(10, "services", ["2022-07-31", "2022-07-31"], 10);
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const rows = (question: Question) => ask(server.url, { view: "services", ...question });
const one = (question: Question) => askOne(server.url, { view: "services", ...question });
const june = ["2022-06-01", "2022-06-30"];

describe("the nation in June 2022", () => {
  it("has every measure as counted by hand", async () => {
    const measures = await measuresOf(server.url, "services");
    expect(await one({ measures, dateRange: june })).toEqual({
      // H 800 (restated), S 30, T 200; the claims of H say 1, but the form counts first.
      outpatient_visits: 1030,
      // The restated form has neither: the claims do.
      insured_visits: 600,
      inpatient_days: 2700 + 15 + 500,
      inpatient_admissions: 100,
      surgeries: null,
      deliveries: null,
      lab_tests: null,
      imaging: null,
      newest_report_date: "2022-06-30",
      telehealth_consultations: null,
      // H 60, S 0, X 9: the last two report no successes, so the rate leaves them out.
      chip_id_visits: 69,
      chip_id_successes: 57,
      chip_id_success_rate: 57 / 60,
      facilities_reporting: 4,
      facility_months_reported: 4,
      insured_facilities: 1,
      // H, S, C, T: not the pharmacy. No list knows X.
      examining_facilities: 4,
      chip_id_facilities: 1,
      chip_id_facility_rate: 1 / 4,
      people_represented: 18_000,
      // All of forms, 1 in 10.
      visits_per_person: 10_300 / 18_000,
      // H 300, S 5 beds.
      bed_days: 305 * 30,
      inpatient_days_in_beds: 2715,
      // H from claims of 1 in 2, S from forms of 1 in 10, beds of all.
      bed_occupancy_rate: (2700 * 2 + 15 * 10) / (305 * 30),
      // Of T only: the claims of H have no admissions.
      average_length_of_stay: 5,
    });
  });

  it("adds up from both structures, and by what the list says of facilities", async () => {
    const names = ["outpatient_visits", "inpatient_days", "facilities_reporting", "chip_id_facilities"];
    for (const dimension of ["then_commune_code", "now_commune_code", "grade"]) {
      const parts = await rows({ measures: names, dimensions: [dimension], dateRange: june });
      const sums = names.map((name) => parts.reduce((total, row) => total + Number(row[name] ?? 0), 0));
      expect([dimension, ...sums]).toEqual([dimension, 1030, 3215, 4, 1]);
    }
    expect(
      await rows({
        measures: ["outpatient_visits", "chip_id_visits"],
        dimensions: ["facility_name", "facility_type", "then_commune_code", "area_mapping"],
        filters: [{ member: "facility_code", operator: "equals", values: ["H"] }],
        dateRange: june,
      }),
    ).toEqual([
      {
        facility_name: "Cơ sở H",
        facility_type: "hospital",
        then_commune_code: "00007",
        area_mapping: "assigned",
        outpatient_visits: 800,
        chip_id_visits: 60,
      },
    ]);
  });
});

describe("a month", () => {
  it("counts at the point that holds its last day", async () => {
    const visits = async (question: Question) =>
      (await rows({ measures: ["outpatient_visits", "bed_occupancy_rate"], ...question })).map((row) => [
        row.date,
        row.outpatient_visits,
        row.bed_occupancy_rate,
      ]);
    expect(await visits({ granularity: "month", dateRange: ["2022-04-01", "2022-12-31"] })).toEqual([
      ["2022-05-01", 100, (6000 * 10) / (300 * 31)],
      ["2022-06-01", 1030, (2700 * 2 + 15 * 10) / (305 * 30)],
      ["2022-07-01", 500, (5115 * 10) / (330 * 31)],
    ]);
    expect(
      (await visits({ granularity: "quarter", dateRange: ["2022-04-01", "2022-12-31"] })).map(([date, sum]) => [
        date,
        sum,
      ]),
    ).toEqual([
      ["2022-04-01", 1130],
      ["2022-07-01", 500],
    ]);
    expect(await visits({ dateRange: ["2022-06-01", "2022-06-29"] })).toEqual([[undefined, null, null]]);
    expect(await visits({ dateRange: ["2022-06-30", "2022-07-30"] })).toMatchObject([[undefined, 1030, {}]]);
  });

  it("is as it was known then, when asked as known then", async () => {
    const known = (publication: string) =>
      one({
        measures: ["outpatient_visits", "surgeries", "inpatient_days", "insured_visits", "chip_id_success_rate"],
        filters: [{ member: "as_known_on", operator: "equals", values: [publication] }],
        dateRange: june,
      });
    expect(await known("p7")).toEqual({
      outpatient_visits: 1130,
      surgeries: 7,
      inpatient_days: 4515,
      insured_visits: null,
      chip_id_success_rate: 40 / 50,
    });
    expect(await known("p8")).toMatchObject({ outpatient_visits: 1130, inpatient_days: 4515, insured_visits: 600 });
    expect(await known("p9")).toMatchObject({ outpatient_visits: 1030, surgeries: null, inpatient_days: 3215 });
    expect(new Set(Object.values(await known("p6")))).toEqual(new Set([null]));
  });
});

describe("the use of chip-ID cards", () => {
  it("is of facilities in force, and missing where none examines", async () => {
    const byProvince = await rows({
      measures: ["chip_id_facilities", "examining_facilities", "chip_id_facility_rate"],
      dimensions: ["now_province_code"],
      dateRange: june,
    });
    expect(Object.fromEntries(byProvince.map((row) => [row.now_province_code, row.chip_id_facility_rate]))).toEqual({
      "01": 1,
      "79": 0,
    });
    const pharmacies = await one({
      measures: ["chip_id_facility_rate", "examining_facilities"],
      filters: [{ member: "facility_type", operator: "equals", values: ["pharmacy"] }],
      dateRange: june,
    });
    expect(pharmacies).toEqual({ chip_id_facility_rate: null, examining_facilities: null });
  });
});
