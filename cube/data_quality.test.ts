import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, type Question, type Row } from "./testing/askCube.ts";
import { keys, loadSmallQuality, setState } from "./testing/smallQuality.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse();
  await loadSmallQuality(warehouse);
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});
afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const view = "data_quality";
const rows = (question: Question) => ask(server.url, { view, ...question });
const one = (question: Question) => askOne(server.url, { view, ...question });
const is = (member: string, ...values: string[]) => ({ member, operator: "equals", values });
const onDay = (day: string) => ["2022-04-01", day];
/** One column of an answer by another. */
const by = (answer: Row[], key: string, value: string) =>
  Object.fromEntries(answer.map((row) => [String(row[key]), row[value]]));

/** Measures of a source at the end of a day, from one answer of every day from 9 May to 25 June; with filters, asked by itself. */
const ofDay = (measures: string[]) => {
  let everyDay: Promise<Row[]> | undefined;
  return async (source: string, day: string, ...filters: NonNullable<Question["filters"]>) => {
    if (filters.length > 0) {
      const answer = await one({ measures, filters: [is("source", source), ...filters], dateRange: onDay(day) });
      return measures.map((name) => answer[name]);
    }
    const range = ["2022-05-09", "2022-06-25"];
    everyDay ??= rows({ measures, dimensions: ["source"], granularity: "day", dateRange: range });
    const answer = (await everyDay).find((row) => row.source === source && row.date === day);
    return measures.map((name) => answer?.[name] ?? null);
  };
};

describe("sạch: rows received and what became of them", () => {
  const measures = [
    ...["rows_received", "rows_accepted", "rows_accepted_with_findings", "rows_rejected", "clean_rate"],
    ...["fields_expected", "fields_filled", "fields_complete_rate"],
  ];
  const doses = [is("source", "doses")];

  it("is of the newest load whose facts end by the day", async () => {
    expect(await one({ measures, filters: doses, dateRange: onDay("2022-06-15") })).toEqual({
      rows_received: 10,
      rows_accepted: 7,
      rows_accepted_with_findings: 2,
      rows_rejected: 3,
      clean_rate: 7 / 10,
      fields_expected: 56,
      fields_filled: 54,
      fields_complete_rate: 54 / 56,
    });
    expect(await one({ measures: ["rows_received", "clean_rate"], filters: doses })).toEqual({
      rows_received: 12,
      clean_rate: 11 / 12,
    });
    const before = await one({ measures, filters: doses, dateRange: onDay("2022-06-09") });
    expect(new Set(Object.values(before))).toEqual(new Set([null]));
  });

  it("is what was known on a day, whatever was loaded since", async () => {
    const known = (on: string) =>
      one({ measures: ["rows_received"], filters: [...doses, is("as_known_on", on)], dateRange: onDay("2022-06-25") });
    expect([await known("p5"), await known("2022-07-05"), await known("2022-07-06")]).toEqual([
      { rows_received: 10 },
      { rows_received: 10 },
      { rows_received: 12 },
    ]);
  });

  it("is counted by area then and now, by commune, batch, run and file, and adds up", async () => {
    const part = async (dimension: string) =>
      by(
        await rows({
          measures: ["rows_received"],
          dimensions: [dimension],
          filters: doses,
          dateRange: onDay("2022-06-15"),
        }),
        dimension,
        "rows_received",
      );
    expect(await part("then_province_code")).toEqual({ "01": 5, "79": 3, "?": 2 });
    expect(await part("now_province_code")).toEqual({ "01": 5, "79": 3, "?": 2 });
    expect(await part("then_commune_name")).toEqual({
      "Phường Trúc Bạch": 5,
      "Phường Bến Nghé": 3,
      "Chưa xác định": 2,
    });
    expect(await part("run_id")).toEqual({ "00000000-0000-4000-8000-000000000005": 10 });
    expect(await part("file_name")).toEqual({ "doses.csv": 10 });
    expect(await part("batch")).toEqual({ doses: 10 });
    const sources = await rows({ measures: ["rows_received"], dimensions: ["source", "source_name_en"] });
    expect(by(sources, "source", "rows_received")).toEqual({
      facilities: 9,
      services: 6,
      administered: 4,
      doses: 12,
      dossiers: 5,
    });
    expect(by(sources, "source", "source_name_en").administered).toBe("Provinces' vaccination reports");
  });

  it("says that no field was counted where facts are not rows of the file", async () => {
    const filters = [is("source", "administered")];
    expect(await one({ measures: ["rows_received", "fields_expected", "fields_complete_rate"], filters })).toEqual({
      rows_received: 4,
      fields_expected: null,
      fields_complete_rate: null,
    });
  });
});

describe("the day that a load counts from", () => {
  const on = ofDay(["rows_received", "clean_rate", "fields_complete_rate", "findings_count"]);
  const nothing = [null, null, null, null];

  it("is that of its newest fact, though its files are of a later day", async () => {
    // Facts to 10 June in files of the 12th, then facts to the 18th in files of the 20th.
    expect(await on("doses", "2022-06-09")).toEqual(nothing);
    expect(await on("doses", "2022-06-10")).toEqual([10, 7 / 10, 54 / 56, 5]);
    expect(await on("doses", "2022-06-17")).toEqual([10, 7 / 10, 54 / 56, 5]);
    expect(await on("doses", "2022-06-18")).toEqual([12, 11 / 12, 87 / 88, 2]);
  });

  it("is that of its old facts where an old batch is corrected, once the correction is known", async () => {
    expect(await on("dossiers", "2022-05-30")).toEqual(nothing);
    expect(await on("dossiers", "2022-05-31")).toEqual([4, 1, null, null]);
    expect(await on("dossiers", "2022-05-31", is("as_known_on", "p8"))).toEqual([4, 2 / 4, null, null]);
  });

  it("is that of its files where its facts end later", async () => {
    expect(await on("dossiers", "2022-06-19")).toEqual([4, 1, null, null]);
    expect(await on("dossiers", "2022-06-20")).toEqual([5, 1, null, null]);
  });

  it("is that of its files for a list, whose facts have no day", async () => {
    expect(await on("facilities", "2022-05-30")).toEqual(nothing);
    expect(await on("facilities", "2022-05-31")).toEqual([9, 1, null, null]);
  });
});

describe("đủ: reports expected and received", () => {
  const units = ["units_expected", "units_received", "completeness"];
  const on = ofDay(units);

  it("counts facilities in force, of the last month that is due", async () => {
    // March began before anything was expected; April is due on 10 May, with F9; May on 10 June.
    expect(await on("services", "2022-05-09")).toEqual([null, null, null]);
    expect(await on("services", "2022-05-10")).toEqual([6, 1, 1 / 6]);
    expect(await on("services", "2022-06-09")).toEqual([6, 1, 1 / 6]);
    expect(await on("services", "2022-06-10")).toEqual([5, 3, 3 / 5]);
  });

  it("keeps a report that came late apart from one that was there", async () => {
    expect(await on("services", "2022-06-10", is("as_known_on", "p6"))).toEqual([5, 2, 2 / 5]);
    // On 2 July nothing was known of June yet: the newest file was of 31 May.
    expect(await on("services", "2022-06-10", is("as_known_on", "2022-07-02"))).toEqual([6, 0, 0]);
  });

  it("counts provinces that reported on the day, and the Ministry's own file", async () => {
    expect(await on("administered", "2022-06-18")).toEqual([63, 2, 2 / 63]);
    expect(await on("administered", "2022-06-20")).toEqual([63, 1, 1 / 63]);
    // The week of the 13th ends on the 19th and is due on the 22nd.
    expect(await on("doses", "2022-06-21")).toEqual([1, 0, 0]);
    expect(await on("doses", "2022-06-22")).toEqual([1, 1, 1]);
  });

  it("is counted by area: where the facility lies, and the province itself", async () => {
    const question = { measures: units, dateRange: onDay("2022-06-20") };
    expect(
      await rows({ ...question, dimensions: ["then_province_code"], filters: [is("source", "services")] }),
    ).toEqual([
      { then_province_code: "01", units_expected: 3, units_received: 2, completeness: 2 / 3 },
      { then_province_code: "79", units_expected: 2, units_received: 1, completeness: 1 / 2 },
    ]);
    const communes = await rows({
      ...question,
      dimensions: ["now_commune_name"],
      filters: [is("source", "payments"), is("now_province_code", "79")],
    });
    // F8 opened in June.
    expect(communes).toEqual([
      { now_commune_name: "Phường Sài Gòn", units_expected: 3, units_received: 0, completeness: 0 },
    ]);
    expect(await on("administered", "2022-06-20", is("then_province_code", "79"))).toEqual([1, 0, 0]);
  });
});

describe("đúng: subjects checked and right", () => {
  it("is of the day, of verifications alone", async () => {
    const measures = ["subjects_checked", "subjects_right", "accuracy"];
    const on = ofDay(measures);
    expect(await on("verifications", "2022-06-13")).toEqual([null, null, null]);
    expect(await on("verifications", "2022-06-14")).toEqual([6, 3, 1 / 2]);
    expect(await on("verifications", "2022-06-20")).toEqual([6, 4, 2 / 3]);
    expect(await on("doses", "2022-06-20")).toEqual([null, null, null]);
    const weeks = await rows({ measures, granularity: "week", dateRange: ["2022-06-13", "2022-06-25"] });
    expect(weeks.map((week) => [week.date, week.accuracy])).toEqual([
      ["2022-06-13", 2 / 3],
      ["2022-06-20", 2 / 3],
    ]);
  });
});

describe("sống: the newest figures against the rhythm", () => {
  const measures = ["newest_fact_date", "days_since_newest", "promised_days", "live_rate"];
  const on = ofDay(measures);

  it("keeps its promise until the last day of it", async () => {
    expect(await on("doses", "2022-06-23")).toEqual(["2022-06-13", 10, 10, 1]);
    expect(await on("doses", "2022-06-24")).toEqual(["2022-06-13", 11, 10, 0]);
    expect(await on("services", "2022-06-20")).toEqual(["2022-05-31", 20, 41, 1]);
  });

  it("is broken by a province that is silent, and by a source that never came", async () => {
    expect(await on("administered", "2022-06-20")).toEqual(["2022-06-19", 1, 2, 1]);
    expect(await on("administered", "2022-06-20", is("then_province_code", "79"))).toEqual(["2022-06-17", 3, 2, 0]);
    expect(await on("administered", "2022-06-20", is("then_province_code", "02"))).toEqual([null, null, 2, 0]);
    expect(await on("payments", "2022-06-20")).toEqual([null, null, 2, 0]);
  });

  it("is the share of sources that are alive, of those with a rhythm", async () => {
    const total = { measures: ["sources_followed", "sources_live", "live_rate", "promised_days"] };
    expect(await one({ ...total, dateRange: onDay("2022-06-20") })).toEqual({
      sources_followed: 4,
      sources_live: 3,
      live_rate: 3 / 4,
      promised_days: null,
    });
    const all = await rows({
      measures: ["newest_fact_date", "live_rate"],
      dimensions: ["source"],
      dateRange: onDay("2022-06-20"),
    });
    expect(by(all, "source", "newest_fact_date")).toEqual({
      administered: "2022-06-19",
      doses: "2022-06-13",
      facilities: "2022-05-31",
      payments: null,
      services: "2022-05-31",
      verifications: "2022-06-18",
    });
    expect(by(all, "source", "live_rate").facilities).toBeNull();
  });
});

describe("findings", () => {
  const findings = { measures: ["findings_count", "findings_open"], filters: [is("source", "doses")] };

  it("open down to rule, run and file", async () => {
    const answer = await rows({
      ...findings,
      dimensions: ["rule_code", "rule_severity", "then_province_code", "run_id", "file_name"],
      dateRange: onDay("2022-06-20"),
    });
    const found = { run_id: "00000000-0000-4000-8000-000000000006", file_name: "doses.csv", findings_count: 1 };
    expect(answer.sort((one, other) => String(one.rule_code).localeCompare(String(other.rule_code)))).toEqual([
      { ...found, rule_code: "facility_missing", rule_severity: "finding", then_province_code: "01", findings_open: 1 },
      {
        ...found,
        rule_code: "injected_date_missing",
        rule_severity: "reject",
        then_province_code: "01",
        findings_open: 1,
      },
    ]);
  });

  it("keep their state through a re-run, but for what was fixed and came again", async () => {
    const states = async (day: string) =>
      by(
        await rows({ ...findings, dimensions: ["finding_state"], dateRange: onDay(day) }),
        "finding_state",
        "findings_count",
      );
    expect(await states("2022-06-15")).toEqual({ new: 5 });
    // Set on the day before and on the day after the load of 6 July.
    await setState(warehouse, keys.facility, "explained", "2022-07-05 12:00:00.000");
    await setState(warehouse, keys.dateMissing, "fixed", "2022-07-05 12:00:00.000");
    await setState(warehouse, keys.commune, "acknowledged", "2022-07-07 12:00:00.000");
    expect(await states("2022-06-20")).toEqual({ explained: 1, new: 1 });
    expect(await states("2022-06-15")).toEqual({ explained: 1, acknowledged: 1, new: 3 });
    expect(await one({ ...findings, dateRange: onDay("2022-06-15") })).toEqual({ findings_count: 5, findings_open: 4 });
    await setState(warehouse, keys.dateMissing, "fixed", "2022-07-06 12:00:00.000");
    expect(await states("2022-06-20")).toEqual({ explained: 1, fixed: 1 });
    expect(await one({ ...findings, dateRange: onDay("2022-06-20") })).toEqual({ findings_count: 2, findings_open: 0 });
  });
});

it("answers every measure of every area at once, in both structures", async () => {
  const measures = [
    ...["rows_received", "findings_count", "units_expected", "units_received", "subjects_checked", "sources_live"],
  ];
  const total = await one({ measures });
  for (const dimension of ["then_province_code", "now_commune_code"]) {
    const parts = await rows({ measures, dimensions: [dimension] });
    const sum = (name: string) => parts.reduce((all, row) => all + Number(row[name] ?? 0), 0);
    for (const name of measures.filter((each) => each !== "sources_live")) {
      expect([dimension, name, sum(name)]).toEqual([dimension, name, total[name]]);
    }
  }
});
