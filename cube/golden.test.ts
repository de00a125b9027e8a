import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goldenData } from "../tests/golden/loadGolden.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne } from "./testing/askCube.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: goldenData });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const days = ["2022-03-24", "2022-04-30", "2022-06-30"] as const;

/** tests/golden/README.md, counted by hand: at the end of 2022-03-24, 2022-04-30 and 2022-06-30. */
const golden: Record<string, readonly (number | null)[]> = {
  doses_administered: [18, 22, 25],
  doses_recorded: [18, 20, 23],
  doses_not_entered: [0, 2, 2],
  entry_completeness: [18 / 18, 20 / 22, 23 / 25],
  subjects_recorded: [9, 10, 12],
  subjects_sent: [9, 10, 11],
  doses_sent: [18, 19, 21],
  subjects_not_sent: [0, 0, 1],
  doses_not_sent: [0, 1, 2],
  subjects_with_id: [7, 8, 9],
  subjects_without_id: [2, 2, 2],
  subjects_verified: [1, 4, 5],
  doses_verified: [3, 9, 10],
  verified_subject_rate: [1 / 9, 4 / 10, 5 / 11],
  verified_dose_rate: [3 / 18, 9 / 19, 10 / 21],
  subjects_pending: [2, 1, 1],
  doses_pending: [4, 2, 2],
  subjects_wrong: [4, 3, 4],
  doses_wrong: [8, 5, 7],
  subjects_unverifiable: [2, 2, 1],
  doses_unverifiable: [3, 3, 2],
  subjects_to_clean: [6, 5, 5],
  doses_to_clean: [11, 8, 9],
  baseline_subjects: [null, 6, 6],
  baseline_subjects_to_clean: [null, 3, 3],
  cleansing_progress: [null, 1 - 3 / 6, 1 - 3 / 6],
  subjects_relapsed: [null, 0, 1],
  subjects_newly_to_clean: [null, 2, 2],
  subjects_cleansed_in_period: [0, 3, 3],
  doses_injected_in_period: [19, 20, 23],
  people_with_1_dose: [9, 10, 12],
  people_with_2_doses: [8, 8, 8],
  people_with_3_doses: [1, 2, 3],
  coverage_1_dose: [9 / 3000, 10 / 3000, 12 / 3000],
  certificates_signed: [0, 2, 2],
  certificate_rate: [0, 2 / 10, 2 / 12],
  population: [3000, 3000, 3000],
};

const classes: Record<string, readonly number[]> = {
  wrong_birth_date: [1, 0, 0],
  wrong_name: [1, 0, 1],
  wrong_name_and_birth_date: [0, 1, 1],
  id_not_found: [1, 1, 1],
  wrong_other: [1, 1, 1],
};

describe.each(days.map((day, i) => ({ day, i })))("the golden scenario at the end of $day", ({ day, i }) => {
  it("has every measure as counted by hand", async () => {
    const expected = Object.fromEntries(Object.entries(golden).map(([name, values]) => [name, values[i]]));
    expect(await askOne(server.url, { measures: Object.keys(golden), dateRange: ["2021-01-01", day] })).toEqual(
      expected,
    );
  });

  it("has every error class as counted by hand", async () => {
    const rows = await ask(server.url, {
      measures: ["subjects_wrong"],
      dimensions: ["error_class"],
      dateRange: ["2021-01-01", day],
    });
    const counted = new Map(rows.map((row) => [row.error_class, row.subjects_wrong]));
    for (const [name, values] of Object.entries(classes))
      expect([name, counted.get(name) ?? 0]).toEqual([name, values[i]]);
  });
});

describe("the golden scenario by place", () => {
  it("keeps what is known of a province only, and of nothing", async () => {
    const provinces = await ask(server.url, {
      measures: ["subjects_sent", "doses_recorded"],
      dimensions: ["then_province_code"],
    });
    expect(new Map(provinces.map((row) => [row.then_province_code, [row.subjects_sent, row.doses_recorded]]))).toEqual(
      new Map([
        ["01", [6, 12]],
        ["79", [4, 10]],
        ["?", [1, 1]],
      ]),
    );
    const communes = await ask(server.url, {
      measures: ["subjects_recorded"],
      dimensions: ["then_commune_code"],
      filters: [{ member: "subjects_recorded", operator: "set" }],
    });
    const counted = Object.fromEntries(communes.map((row) => [row.then_commune_code, row.subjects_recorded]));
    expect(counted).toMatchObject({ "00004": 4, "26734": 4, "79?": 1 });
  });

  it("is the same by month as by day", async () => {
    const months = await ask(server.url, {
      measures: ["subjects_wrong", "doses_recorded"],
      granularity: "month",
      dateRange: ["2022-04-01", "2022-06-30"],
    });
    expect(months.map((row) => [row.date, row.subjects_wrong, row.doses_recorded])).toEqual([
      ["2022-04-01", 3, 20],
      ["2022-05-01", expect.any(Number), expect.any(Number)],
      ["2022-06-01", 4, 23],
    ]);
  });
});
