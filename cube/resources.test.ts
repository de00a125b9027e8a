import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { expandedView } from "./expand/readModel.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, type Question } from "./testing/askCube.ts";
import { healthCountry } from "./testing/healthCountry.ts";
import { measuresOf } from "./testing/measuresOf.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: healthCountry });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const rows = (question: Question) => ask(server.url, { view: "resources", ...question });
const one = (question: Question) => askOne(server.url, { view: "resources", ...question });
const until = (day: string) => ["2022-05-01", day];
const known = (publication: string) => [{ member: "as_known_on", operator: "equals", values: [publication] }];

describe("the nation at the end of June 2022", () => {
  it("has every measure as counted by hand", async () => {
    const measures = await measuresOf(server.url, "resources");
    expect(await one({ measures, dateRange: until("2022-06-30") })).toEqual({
      facilities: 5,
      public_facilities: 3,
      facilities_updated: 4,
      facilities_not_updated: 1,
      public_facilities_updated: 3,
      public_facilities_not_updated: 0,
      facility_update_rate: 1,
      facilities_reporting: 5,
      oldest_update_date: "2022-05-31",
      newest_update_date: "2022-06-20",
      // H 90 (restated), S 2, C 4, T 20, X 1.
      doctors: 117,
      assistant_doctors: null,
      nurses: null,
      midwives: null,
      pharmacists: null,
      beds_planned: 60,
      // H 300, S 5, C 0.
      beds_actual: 305,
      equipment: 4,
      equipment_in_order: 3,
      equipment_broken: 1,
      equipment_in_order_rate: 3 / 4,
      ct_scanners: null,
      mri_scanners: null,
      x_ray_units: 4,
      ultrasound_units: null,
      ventilators: null,
      dialysis_machines: null,
      operating_rooms: null,
      people_represented: 18_000,
      doctors_per_10k: 65,
      beds_per_10k: (305 * 10_000) / 18_000,
      equipment_per_million: (4 * 1_000_000) / 18_000,
    });
  });

  it("is each measure by itself, whatever is asked beside it", async () => {
    const measures = await measuresOf(server.url, "resources");
    const together = await one({ measures, dateRange: until("2022-06-30") });
    const ofEachKind = new Map(expandedView("resources").measures.map(({ name, asks }) => [String(asks.kinds), name]));
    expect([...ofEachKind.keys()]).toEqual(expect.arrayContaining(["facilities", "reports", "equipment", "people"]));
    for (const [kind, measure] of ofEachKind) {
      const alone = await one({ measures: [measure], dateRange: until("2022-06-30") });
      expect([kind, alone]).toEqual([kind, { [measure]: together[measure] }]);
    }
  });

  it("adds up from both structures and every level", async () => {
    const names = ["facilities", "facilities_updated", "doctors", "beds_actual", "equipment"];
    for (const dimension of [
      "then_district_code",
      "then_commune_code",
      "now_commune_code",
      "area_mapping",
      "managing_level",
    ]) {
      const parts = await rows({ measures: names, dimensions: [dimension], dateRange: until("2022-06-30") });
      const sums = names.map((name) => parts.reduce((total, row) => total + Number(row[name] ?? 0), 0));
      expect([dimension, ...sums]).toEqual([dimension, 5, 4, 117, 305, 4]);
    }
  });
});

describe("levels", () => {
  it("are carried forward from the newest month reported by the day, until the facility closes", async () => {
    const days = await rows({
      measures: ["doctors"],
      granularity: "day",
      dateRange: ["2022-05-30", "2022-08-16"],
    });
    const doctors = new Map(days.map((row) => [row.date, row.doctors]));
    const on = ["2022-05-30", "2022-05-31", "2022-07-04", "2022-07-05", "2022-08-15", "2022-08-16"];
    expect(on.map((day) => doctors.get(day))).toEqual([undefined, 92, 117, 137, 137, 135]);
  });

  it("hold at the end of each month and quarter, the last ending with the data", async () => {
    const points = async (granularity: string) =>
      (await rows({ measures: ["doctors", "facilities"], granularity, dateRange: ["2022-05-01", "2022-12-31"] })).map(
        ({ date, doctors, facilities }) => [date, doctors, facilities],
      );
    expect(await points("month")).toEqual([
      ["2022-05-01", 92, 5],
      ["2022-06-01", 117, 5],
      ["2022-07-01", 137, 5],
      ["2022-08-01", 135, 4],
      ["2022-09-01", 136, 4],
    ]);
    expect(await points("quarter")).toEqual([
      ["2022-04-01", 117, 5],
      ["2022-07-01", 136, 4],
    ]);
  });

  it("stand where the facility lay and under the grade that it had", async () => {
    const hospital = (day: string) =>
      rows({
        measures: ["doctors"],
        dimensions: ["facility_code", "then_commune_code", "now_commune_code", "area_mapping", "grade"],
        filters: [{ member: "facility_type", operator: "equals", values: ["hospital"] }],
        dateRange: until(day),
      });
    const june = { facility_code: "H", then_commune_code: "00004", now_commune_code: "00004", area_mapping: "exact" };
    expect(await hospital("2022-06-30")).toEqual([{ ...june, grade: "II", doctors: 90 }]);
    const july = {
      facility_code: "H",
      then_commune_code: "00007",
      now_commune_code: "00008",
      area_mapping: "assigned",
    };
    expect(await hospital("2022-07-31")).toEqual([{ ...july, grade: "I", doctors: 110 }]);
    const byMove = await rows({
      measures: ["facilities", "doctors"],
      dimensions: ["then_commune_code"],
      filters: [{ member: "facility_code", operator: "equals", values: ["H"] }],
      dateRange: until("2022-07-04"),
    });
    // It has moved, and reports from there on the 5th.
    expect(byMove.sort((a, b) => String(a.then_commune_code).localeCompare(String(b.then_commune_code)))).toEqual([
      { then_commune_code: "00004", facilities: null, doctors: 90 },
      { then_commune_code: "00007", facilities: 1, doctors: null },
    ]);
  });

  it("of a facility that no list knows count under its code", async () => {
    expect(
      await rows({
        measures: ["doctors", "facilities"],
        dimensions: ["facility_name", "ownership", "then_province_name", "then_commune_code"],
        filters: [{ member: "facility_type", operator: "equals", values: ["unknown"] }],
        dateRange: until("2022-06-30"),
      }),
    ).toEqual([
      {
        facility_name: "X",
        ownership: "unknown",
        then_province_name: "Hà Nội",
        then_commune_code: "01?",
        doctors: 1,
        facilities: null,
      },
    ]);
  });
});

describe("an update", () => {
  it("counts for 30 days", async () => {
    const updates = await rows({
      measures: ["public_facilities_updated", "public_facilities", "facility_update_rate", "facilities_not_updated"],
      granularity: "day",
      dateRange: ["2022-06-30", "2022-07-05"],
    });
    const on = (day: string) => updates.find(({ date }) => date === day);
    expect(on("2022-06-30")).toMatchObject({ public_facilities_updated: 3, facility_update_rate: 1 });
    // H and S updated 31 days before, C 30.
    expect(on("2022-07-01")).toMatchObject({
      public_facilities_updated: 1,
      public_facilities: 3,
      facility_update_rate: 1 / 3,
      facilities_not_updated: 3,
    });
    expect(on("2022-07-05")).toMatchObject({ public_facilities_updated: 2 });
  });

  it("is missing, not late, before anything was reported", async () => {
    expect(
      await one({
        measures: ["facility_update_rate", "facilities", "facilities_updated"],
        dateRange: ["2022-01-01", "2022-05-30"],
      }),
    ).toEqual({ facility_update_rate: null, facilities: 5, facilities_updated: null });
  });
});

describe("as known at a publication", () => {
  it("is as it was known then, a restated month whole", async () => {
    const june = (publication: string) =>
      one({
        measures: ["doctors", "nurses", "equipment", "equipment_in_order", "equipment_in_order_rate", "ct_scanners"],
        filters: known(publication),
        dateRange: until("2022-06-20"),
      });
    // The MRI scanner's broken ones are not reported: it counts in order, and in no total.
    expect(await june("p2")).toEqual({
      doctors: 127,
      nurses: 200,
      equipment: 7,
      equipment_in_order: 6,
      equipment_in_order_rate: 5 / 7,
      ct_scanners: 3,
    });
    expect(await june("p4")).toEqual({
      doctors: 117,
      nurses: null,
      equipment: 4,
      equipment_in_order: 3,
      equipment_in_order_rate: 3 / 4,
      ct_scanners: null,
    });
  });

  it("reaches no further than the data then, and knows no more people", async () => {
    const state = (publication: string) =>
      one({ measures: ["doctors", "doctors_per_10k"], dimensions: ["date"], filters: known(publication) });
    // The point's rows of people and of doctors are of one day.
    expect(await state("p2")).toEqual({ date: "2022-06-20", doctors: 127, doctors_per_10k: null });
    expect(await state("p5")).toEqual({ date: "2022-07-05", doctors: 137, doctors_per_10k: (137 * 10_000) / 18_000 });
    expect(await one({ measures: ["doctors", "facilities"], filters: known("p1") })).toEqual({
      doctors: null,
      facilities: null,
    });
  });
});

describe("per population", () => {
  it("by province then and now", async () => {
    const byProvince = async (dimension: string) =>
      Object.fromEntries(
        (
          await rows({
            measures: ["doctors", "doctors_per_10k"],
            dimensions: [dimension],
            dateRange: until("2022-06-30"),
          })
        ).map((row) => [row[dimension], [row.doctors, row.doctors_per_10k]]),
      );
    expect(await byProvince("then_province_code")).toEqual({
      "01": [91, (91 * 10_000) / 8000],
      "77": [4, 40],
      "79": [22, (22 * 10_000) / 9000],
    });
    expect(await byProvince("now_province_code")).toEqual({ "01": [91, (91 * 10_000) / 8000], "79": [26, 26] });
  });

  it("is missing by commune where only provinces are given, and by kind of facility", async () => {
    for (const dimension of ["now_commune_code", "ownership"]) {
      const rates = await rows({ measures: ["doctors_per_10k"], dimensions: [dimension] });
      expect([dimension, new Set(rates.map((row) => row.doctors_per_10k))]).toEqual([dimension, new Set([null])]);
    }
  });

  it("is given by type of equipment", async () => {
    const types = await rows({
      measures: ["equipment", "equipment_per_million"],
      dimensions: ["equipment_type"],
      filters: [{ member: "equipment_type", operator: "equals", values: ["x_ray", "mri"] }],
      dateRange: until("2022-06-30"),
    });
    expect(types.sort((a, b) => Number(a.equipment) - Number(b.equipment))).toEqual([
      { equipment_type: "mri", equipment: null, equipment_per_million: null },
      { equipment_type: "x_ray", equipment: 4, equipment_per_million: (4 * 1_000_000) / 18_000 },
    ]);
  });
});

describe("a list of facilities", () => {
  it("needs no measure", async () => {
    const names = await rows({ dimensions: ["facility_code", "facility_name"], dateRange: until("2022-06-30") });
    expect(names.map(({ facility_code }) => facility_code).sort()).toEqual(["C", "H", "P", "S", "T", "X"]);
  });
});
