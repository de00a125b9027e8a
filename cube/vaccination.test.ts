import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, load, type Question, queryOf } from "./testing/askCube.ts";
import { publish } from "./testing/changes.ts";
import { smallCountry } from "./testing/smallCountry.ts";

let warehouse: TestWarehouse;
let server: RunningServer;
/** Every public measure. */
let allMeasures: string[];

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: smallCountry });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
  const meta = await (await fetch(`${server.url}/cubejs-api/v1/meta`)).json();
  allMeasures = z
    .object({ cubes: z.array(z.object({ name: z.string(), measures: z.array(z.object({ name: z.string() })) })) })
    .parse(meta)
    .cubes.filter(({ name }) => name === "vaccination")
    .flatMap(({ measures }) => measures.map(({ name }) => name));
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const rows = (question: Question) => ask(server.url, question);
const one = (question: Question) => askOne(server.url, question);
const april = ["2022-04-01", "2022-04-30"];

describe("the nation at the end of April 2022", () => {
  it("has every measure as counted by hand", async () => {
    expect(await one({ measures: allMeasures, dateRange: april })).toEqual({
      doses_administered: 210,
      doses_recorded: 26,
      doses_not_entered: 184,
      entry_completeness: 26 / 210,
      subjects_recorded: 16,
      subjects_sent: 8,
      doses_sent: 16,
      subjects_not_sent: 8,
      doses_not_sent: 10,
      subjects_with_id: 5,
      subjects_without_id: 3,
      subjects_verified: 3,
      doses_verified: 6,
      verified_subject_rate: 3 / 8,
      verified_dose_rate: 6 / 16,
      subjects_wrong: 2,
      doses_wrong: 4,
      subjects_unverifiable: 3,
      doses_unverifiable: 6,
      subjects_to_clean: 5,
      doses_to_clean: 10,
      subjects_pending: 0,
      doses_pending: 0,
      cleansing_progress: 1 - 4 / 6,
      baseline_subjects: 6,
      baseline_subjects_to_clean: 4,
      subjects_relapsed: 1,
      subjects_newly_to_clean: 1,
      cleansing_rate: 1 / 28,
      // 5 left at 1 in 28 days: 140 days after 30 April.
      cleansing_forecast_date: "2022-09-17",
      people_with_1_dose: 16,
      people_with_2_doses: 6,
      people_with_3_doses: 4,
      coverage_1_dose: 16 / 200,
      coverage_2_doses: 6 / 200,
      coverage_3_doses: 4 / 200,
      population: 200,
      certificates_signed: 4,
      certificate_rate: 4 / 16,
      doses_injected_in_period: 6,
      doses_entered_in_period: 6,
      subjects_cleansed_in_period: 1,
      // Two turned right on the 15th; on the 20th one turned wrong again.
      newest_cleansing_date: "2022-04-15",
      newest_dose_cleansing_date: "2022-04-15",
    });
  });

  it("is the same without a range, but for what happened in the period", async () => {
    expect(
      await one({
        measures: ["doses_recorded", "subjects_to_clean", "doses_entered_in_period", "subjects_cleansed_in_period"],
      }),
    ).toEqual({
      doses_recorded: 26,
      subjects_to_clean: 5,
      doses_entered_in_period: 26,
      subjects_cleansed_in_period: 1,
    });
  });

  it("adds up from both structures and every level", async () => {
    for (const dimension of [
      "then_province_code",
      "then_district_code",
      "then_commune_code",
      "now_province_code",
      "now_commune_code",
      "age_group",
    ]) {
      const parts = await rows({
        measures: ["doses_administered", "doses_recorded", "subjects_to_clean", "population"],
        dimensions: [dimension],
        dateRange: april,
      });
      const sum = (name: string): number => parts.reduce((total, row) => total + Number(row[name] ?? 0), 0);
      expect([
        dimension,
        sum("doses_administered"),
        sum("doses_recorded"),
        sum("subjects_to_clean"),
        sum("population"),
      ]).toEqual([dimension, 210, 26, 5, 200]);
    }
  });
});

describe("missing is never zero", () => {
  it("for a province that no record was sent from and no population is known of", async () => {
    const saiGon = await one({
      measures: [
        "doses_administered",
        "doses_recorded",
        "subjects_sent",
        "verified_subject_rate",
        "cleansing_progress",
        "coverage_1_dose",
        "population",
        "certificates_signed",
      ],
      filters: [{ member: "then_province_code", operator: "equals", values: ["79"] }],
      dateRange: april,
    });
    expect(saiGon).toEqual({
      doses_administered: 60,
      doses_recorded: 6,
      subjects_sent: 0,
      verified_subject_rate: null,
      cleansing_progress: null,
      coverage_1_dose: null,
      population: null,
      certificates_signed: null,
    });
  });

  it("before anything was entered", async () => {
    const answer = await one({ measures: allMeasures, dateRange: ["2022-02-01", "2022-02-01"] });
    expect(answer).toEqual({ ...Object.fromEntries(Object.keys(answer).map((name) => [name, null])), population: 200 });
  });

  it("where nothing fits the filter, and after the newest day of the data", async () => {
    const nowhere = await one({
      measures: allMeasures,
      filters: [{ member: "then_province_code", operator: "equals", values: ["48"] }],
    });
    expect(new Set(Object.values(nowhere))).toEqual(new Set([null]));
    const future = await one({ measures: allMeasures, dateRange: ["2030-01-01", "2030-01-31"] });
    expect(new Set(Object.values(future))).toEqual(new Set([null]));
  });

  it("until the day after the campaign's baseline", async () => {
    const measures = [
      "subjects_to_clean",
      "baseline_subjects",
      "cleansing_progress",
      "cleansing_rate",
      "cleansing_forecast_date",
    ];
    expect(await one({ measures, dateRange: ["2022-03-01", "2022-03-24"] })).toEqual({
      subjects_to_clean: 6,
      baseline_subjects: null,
      cleansing_progress: null,
      cleansing_rate: null,
      cleansing_forecast_date: null,
    });
    expect(await one({ measures, dateRange: ["2022-03-01", "2022-03-25"] })).toEqual({
      subjects_to_clean: 6,
      baseline_subjects: 6,
      cleansing_progress: 0,
      cleansing_rate: 0,
      cleansing_forecast_date: null,
    });
  });
});

describe("as of a day", () => {
  it("is the end of the range, never further than the data", async () => {
    const state = (to: string) =>
      one({ measures: ["subjects_wrong"], dimensions: ["date"], dateRange: ["2022-01-01", to] });
    expect(await state("2022-04-05")).toEqual({ date: "2022-04-05", subjects_wrong: 2 });
    expect(await state("2022-04-10")).toEqual({ date: "2022-04-10", subjects_wrong: 3 });
    expect(await state("2022-12-31")).toEqual({ date: "2022-04-30", subjects_wrong: 2 });
  });

  it("is the end of each month, with what happened within it", async () => {
    const measures = [
      "doses_administered",
      "doses_recorded",
      "doses_entered_in_period",
      "subjects_cleansed_in_period",
      "cleansing_progress",
    ];
    const months = await rows({ measures, granularity: "month", dateRange: ["2022-01-15", "2022-12-31"] });
    expect(months.map(({ "date.month": _, ...row }) => row)).toEqual([
      {
        date: "2022-01-01",
        doses_administered: null,
        doses_recorded: null,
        doses_entered_in_period: null,
        subjects_cleansed_in_period: null,
        cleansing_progress: null,
      },
      {
        date: "2022-02-01",
        doses_administered: null,
        doses_recorded: null,
        doses_entered_in_period: null,
        subjects_cleansed_in_period: null,
        cleansing_progress: null,
      },
      {
        date: "2022-03-01",
        doses_administered: 160,
        doses_recorded: 20,
        doses_entered_in_period: 20,
        subjects_cleansed_in_period: 0,
        cleansing_progress: 0,
      },
      {
        date: "2022-04-01",
        doses_administered: 210,
        doses_recorded: 26,
        doses_entered_in_period: 6,
        subjects_cleansed_in_period: 1,
        cleansing_progress: 1 - 4 / 6,
      },
    ]);
  });

  it("is the end of each week from Monday, and of each day", async () => {
    const wrong = async (granularity: string, dateRange: string[]) =>
      (await rows({ measures: ["subjects_wrong"], granularity, dateRange })).map((row) => [
        row.date,
        row.subjects_wrong,
      ]);
    expect(await wrong("week", ["2022-04-04", "2022-04-24"])).toEqual([
      ["2022-04-04", 3],
      ["2022-04-11", 1],
      ["2022-04-18", 2],
    ]);
    expect(await wrong("day", ["2022-04-04", "2022-04-06"])).toEqual([
      ["2022-04-04", 3],
      ["2022-04-05", 2],
      ["2022-04-06", 2],
    ]);
    expect(await wrong("quarter", ["2022-01-01", "2022-04-09"])).toEqual([
      ["2022-01-01", 3],
      ["2022-04-01", 2],
    ]);
    expect(await wrong("year", ["2022-01-01", "2022-04-09"])).toEqual([["2022-01-01", 2]]);
  });

  it("can be asked with filters instead of a range", async () => {
    const wrong = async (...filters: NonNullable<Question["filters"]>) =>
      (await one({ measures: ["subjects_wrong"], filters })).subjects_wrong;
    const date = (operator: string, ...values: string[]) => ({ member: "date", operator, values });
    expect(await wrong(date("beforeOrOnDate", "2022-04-10"))).toBe(3);
    expect(await wrong(date("beforeDate", "2022-04-10"))).toBe(2);
    expect(await wrong(date("inDateRange", "2022-04-01", "2022-04-10"))).toBe(3);
    expect(await wrong(date("onTheDate", "2022-04-16"))).toBe(1);
    expect(await wrong(date("afterDate", "2022-04-10"))).toBe(2);
    expect(await wrong(date("afterDate", "2022-04-10"), date("beforeOrOnDate", "2022-04-19"))).toBe(1);
  });

  it("is the same in every time zone of the reader", async () => {
    for (const timezone of ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "UTC"]) {
      const response = await load(server.url, {
        ...queryOf({ measures: ["subjects_wrong"], granularity: "day", dateRange: ["2022-04-10", "2022-04-10"] }),
        timezone,
      });
      expect(await response.json()).toMatchObject({
        data: [{ "vaccination.date.day": "2022-04-10T00:00:00.000", "vaccination.subjects_wrong": "3" }],
      });
    }
  });
});

describe("breakdowns", () => {
  it("by error class", async () => {
    const classes = await rows({
      measures: ["subjects_to_clean", "doses_to_clean", "subjects_recorded"],
      dimensions: ["error_class"],
      dateRange: april,
      filters: [{ member: "error_class", operator: "notEquals", values: [""] }],
    });
    expect(classes.sort((a, b) => String(a.error_class).localeCompare(String(b.error_class)))).toEqual([
      { error_class: "id_not_found", subjects_to_clean: 1, doses_to_clean: 2, subjects_recorded: null },
      { error_class: "no_id", subjects_to_clean: 3, doses_to_clean: 6, subjects_recorded: null },
      { error_class: "wrong_birth_date", subjects_to_clean: 1, doses_to_clean: 2, subjects_recorded: null },
      // Once three, corrected by now: zero, not missing.
      { error_class: "wrong_name", subjects_to_clean: 0, doses_to_clean: 0, subjects_recorded: null },
    ]);
  });

  it("by area then and now, with the unknown member", async () => {
    const then = await rows({
      measures: ["subjects_recorded"],
      dimensions: ["then_province_name", "then_district_name", "then_commune_code", "area_mapping"],
    });
    expect(then).toHaveLength(4);
    expect(then).toContainEqual({
      then_province_name: "Hà Nội",
      then_district_name: "Quận Ba Đình",
      then_commune_code: "00004",
      area_mapping: "exact",
      subjects_recorded: 10,
    });
    expect(then).toContainEqual({
      then_province_name: "Hồ Chí Minh",
      then_district_name: "Chưa xác định",
      then_commune_code: "79?",
      area_mapping: "unknown",
      subjects_recorded: 1,
    });
    const now = await rows({
      measures: ["subjects_recorded"],
      dimensions: ["now_commune_code", "now_commune_name"],
      filters: [
        { member: "now_province_code", operator: "equals", values: ["01"] },
        { member: "subjects_recorded", operator: "set" },
      ],
    });
    expect(now).toEqual([{ now_commune_code: "00004", now_commune_name: "Phường Ba Đình", subjects_recorded: 10 }]);
  });

  it("keeps the filters of an or-group together", async () => {
    const response = await load(server.url, {
      measures: ["vaccination.subjects_recorded", "vaccination.subjects_sent"],
      filters: [
        {
          or: [
            { member: "vaccination.then_province_code", operator: "equals", values: ["79"] },
            { member: "vaccination.error_class", operator: "equals", values: ["no_id"] },
          ],
        },
      ],
    });
    expect(await response.json()).toMatchObject({
      data: [{ "vaccination.subjects_recorded": "6", "vaccination.subjects_sent": "3" }],
    });
  });

  it("by vaccine, facility and dose number, named where a list names them", async () => {
    const doses = await rows({
      measures: ["doses_recorded"],
      dimensions: ["vaccine_name", "facility_name", "dose_number"],
      filters: [
        { member: "facility_code", operator: "set" },
        { member: "dose_number", operator: "equals", values: ["1"] },
      ],
    });
    expect(doses).toEqual([
      { vaccine_name: "Comirnaty", facility_name: "Trạm y tế Trúc Bạch", dose_number: 1, doses_recorded: 20 },
      { vaccine_name: "COVID-19 Vaccine AstraZeneca", facility_name: "F2", dose_number: 1, doses_recorded: 6 },
    ]);
  });
});

// Last: other sources tell of later days from here on.
describe("a day that the checks do not reach", () => {
  const at = (day: string) =>
    one({
      measures: ["subjects_to_clean", "cleansing_rate", "cleansing_forecast_date"],
      dateRange: ["2022-01-01", day],
    });
  const told = { subjects_to_clean: 5, cleansing_rate: 1 / 28, cleansing_forecast_date: "2022-09-17" };

  it("has the pace and the forecast of the last day that was checked, and neither once that is more than 92 days ago", async () => {
    await publish(warehouse, {
      ...{ number: 9, loadId: 1009, job: "administered", firstDate: "2022-05-01", lastDate: "2023-04-30" },
    });
    // Checked until 30 April: those 28 days and that day count, whenever it is asked.
    expect(await at("2022-04-30")).toEqual(told);
    expect(await at("2022-05-31")).toEqual(told);
    expect(await at("2022-07-31")).toEqual(told);
    const untold = { subjects_to_clean: 5, cleansing_rate: null, cleansing_forecast_date: null };
    expect(await at("2022-08-01")).toEqual(untold);
    expect(await at("2023-04-30")).toEqual(untold);
    // By month, each month has its own.
    const months = await rows({
      ...{ measures: ["cleansing_forecast_date"], granularity: "month", dateRange: ["2022-04-01", "2022-08-31"] },
    });
    expect(months.map((row) => row.cleansing_forecast_date)).toEqual([...Array(4).fill("2022-09-17"), null]);
  });
});
