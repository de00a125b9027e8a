import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { shapeRules } from "../../commonColumns.ts";
import type { SourceRow } from "../../job.ts";
import { runJob } from "../../run/runJob.ts";
import type { RunSummary } from "../../run/runSummary.ts";
import { aDose, openTestFolder, type TestFolder, testConfig, toCsv } from "../../testing/runTestBed.ts";
import { doseRules } from "./doseRules.ts";
import { dosesJob } from "./dosesJob.ts";

interface Case {
  readonly says: string;
  readonly row: SourceRow;
  readonly codes: readonly string[];
  /** Columns of the fact to look at; none for a rejected row. */
  readonly fact?: Readonly<Record<string, string | number>>;
}

let next = 0;
/** A dose of somebody else, so that no case meets another. */
const one = (overrides: SourceRow): SourceRow => {
  next++;
  return aDose({ dose_id: `MT${next}`, person_id: `DT${next}`, ...overrides });
};
const someone = "the same person";

const cases: readonly Case[] = [
  {
    says: "a sound row",
    row: one({}),
    codes: [],
    fact: {
      id_kind: "cccd",
      sex: "female",
      birth_year: 1990,
      place_key: 63000001,
      vaccine_code: "pfizer",
      dose_number: 1,
      injected_date: "2021-08-04",
      entered_date: "2021-08-05",
      sent_date: "2022-03-10",
    },
  },
  { says: "not sent", row: one({ sent_at: "" }), codes: [], fact: { sent_date: "1970-01-01" } },
  { says: "no dose id", row: one({ dose_id: "" }), codes: ["dose_id_missing"] },
  { says: "no person id", row: one({ person_id: "" }), codes: ["person_id_missing"] },
  { says: "no day of the dose", row: one({ injected_on: "" }), codes: ["injected_date_missing"] },
  { says: "31 February", row: one({ injected_on: "31/02/2022" }), codes: ["injected_date_invalid"] },
  { says: "month 13", row: one({ injected_on: "2021-13-01" }), codes: ["injected_date_invalid"] },
  { says: "words for a date", row: one({ injected_on: "hôm qua" }), codes: ["injected_date_invalid"] },
  { says: "a year for a date", row: one({ injected_on: "2021" }), codes: ["injected_date_invalid"] },
  {
    says: "a dose tomorrow",
    row: one({ injected_on: "02/07/2022", entered_at: "30/06/2022", sent_at: "" }),
    codes: ["entered_before_injected", "injected_in_future"],
  },
  {
    says: "the year 2031",
    row: one({ injected_on: "04/08/2031" }),
    codes: ["entered_before_injected", "commune_other_structure", "injected_in_future"],
  },
  { says: "the year 3021", row: one({ injected_on: "04/08/3021" }), codes: ["injected_date_invalid"] },
  { says: "a dose before the campaign", row: one({ injected_on: "04/08/2012" }), codes: ["injected_before_campaign"] },
  { says: "no day of entry", row: one({ entered_at: "" }), codes: ["entered_date_missing"] },
  { says: "an unreadable day of entry", row: one({ entered_at: "32/08/2021" }), codes: ["entered_date_invalid"] },
  { says: "entered tomorrow", row: one({ entered_at: "01/07/2022", sent_at: "" }), codes: ["entered_in_future"] },
  {
    says: "entered before the campaign",
    row: one({ entered_at: "05/08/2011" }),
    codes: ["entered_before_campaign", "entered_before_injected"],
  },
  { says: "an unreadable day of sending", row: one({ sent_at: "chưa" }), codes: ["sent_date_invalid"] },
  { says: "sent tomorrow", row: one({ sent_at: "01/07/2022" }), codes: ["sent_in_future"] },
  {
    says: "sent before the campaign",
    row: one({ sent_at: "10/03/2012" }),
    codes: ["sent_before_campaign", "sent_before_entered"],
  },
  {
    says: "entered before given",
    row: one({ entered_at: "03/08/2021" }),
    codes: ["entered_before_injected"],
    fact: { entered_date: "2021-08-03" },
  },
  {
    says: "sent before entered",
    row: one({ sent_at: "04/08/2021" }),
    codes: ["sent_before_entered"],
    fact: { sent_date: "2021-08-04" },
  },
  { says: "dose 6", row: one({ dose_number: "6" }), codes: ["dose_number_invalid"], fact: { dose_number: 0 } },
  {
    says: "a booster without number",
    row: one({ dose_number: "nhắc lại 1" }),
    codes: ["dose_number_invalid"],
    fact: { dose_number: 0 },
  },
  { says: "Mũi 3", row: one({ dose_number: "Mũi 3" }), codes: [], fact: { dose_number: 3 } },
  {
    says: "an unknown vaccine",
    row: one({ vaccine: "nanocovax" }),
    codes: ["vaccine_unknown"],
    fact: { vaccine_code: "" },
  },
  {
    says: "a vaccine by its name",
    row: one({ vaccine: "ASTRAZENECA" }),
    codes: [],
    fact: { vaccine_code: "astrazeneca" },
  },
  { says: "no facility", row: one({ facility_code: "" }), codes: ["facility_missing"], fact: { facility_code: "" } },
  {
    says: "no commune, but a district",
    row: one({ home_commune_code: "", home_district_code: "001", home_province_code: "01" }),
    codes: ["commune_missing"],
    fact: { place_key: 63100001 },
  },
  {
    says: "no commune, but a province",
    row: one({ home_commune_code: "", home_province_code: "79" }),
    codes: ["commune_missing"],
    fact: { place_key: 63200079 },
  },
  {
    says: "nothing known of the home",
    row: one({ home_commune_code: "" }),
    codes: ["commune_missing"],
    fact: { place_key: 63300000 },
  },
  {
    says: "a commune that no list knows",
    row: one({ home_commune_code: "99999", home_province_code: "01" }),
    codes: ["commune_unknown"],
    fact: { place_key: 63200001 },
  },
  {
    says: "words for a commune",
    row: one({ home_commune_code: "Phúc Xá" }),
    codes: ["commune_unknown"],
    fact: { place_key: 63300000 },
  },
  {
    says: "a commune without its zeros",
    row: one({ home_commune_code: "1" }),
    codes: ["commune_zeros_lost"],
    fact: { place_key: 63000001 },
  },
  { says: "no ID", row: one({ id_number: "" }), codes: [], fact: { id_kind: "none", id_key: "0" } },
  { says: "nine digits", row: one({ id_number: "012345678" }), codes: [], fact: { id_kind: "cmtnd" } },
  { says: "an ID with spaces", row: one({ id_number: "001 190 000 017" }), codes: [], fact: { id_kind: "cccd" } },
  {
    says: "eleven digits",
    row: one({ id_number: "00119000001" }),
    codes: ["id_malformed"],
    fact: { id_kind: "malformed", id_key: "0" },
  },
  {
    says: "a citizen number without its two zeros",
    row: one({ id_number: "1190000017" }),
    codes: ["id_zeros_lost"],
    fact: { id_kind: "malformed", id_key: "0" },
  },
  {
    says: "a citizen number without its zero",
    row: one({ id_number: "79190000017" }),
    codes: ["id_zeros_lost"],
    fact: { id_kind: "malformed" },
  },
  {
    says: "an old number without its zero",
    row: one({ id_number: "12345678" }),
    codes: ["id_zeros_lost"],
    fact: { id_kind: "malformed" },
  },
  {
    says: "a facility in lower case, with a no-break space",
    row: one({ facility_code: "tyt00001\u00a0" }),
    codes: ["facility_code_rewritten"],
    fact: { facility_code: "TYT00001" },
  },
  {
    says: "a month before the day",
    row: one({ injected_on: "08/13/2021" }),
    codes: ["injected_date_invalid"],
  },
  {
    says: "a dose number as a program writes it",
    row: one({ dose_number: "2.0" }),
    codes: [],
    fact: { dose_number: 2 },
  },
  {
    says: "letters in the ID",
    row: one({ id_number: "00119000O017" }),
    codes: ["id_malformed"],
    fact: { id_kind: "malformed" },
  },
  {
    says: "no such province of birth",
    row: one({ id_number: "097190000017" }),
    codes: ["id_malformed"],
    fact: { id_kind: "malformed" },
  },
  {
    says: "a century to come",
    row: one({ id_number: "001590000017" }),
    codes: ["id_malformed"],
    fact: { id_kind: "malformed" },
  },
  {
    says: "nine equal digits",
    row: one({ id_number: "111111111" }),
    codes: ["id_malformed"],
    fact: { id_kind: "malformed" },
  },
  {
    says: "a man's number",
    row: one({ id_number: "001090000017" }),
    codes: ["id_sex_mismatch"],
    fact: { id_kind: "cccd" },
  },
  {
    says: "another year's number",
    row: one({ id_number: "001191000017" }),
    codes: ["id_birth_year_mismatch"],
    fact: { id_kind: "cccd" },
  },
  {
    says: "born in this century",
    row: one({ id_number: "001310000017", birth_date: "02/03/2010" }),
    codes: [],
    fact: { birth_year: 2010 },
  },
  { says: "no birth date", row: one({ birth_date: "" }), codes: ["birth_date_unknown"], fact: { birth_year: 0 } },
  {
    says: "a birth date that is none",
    row: one({ birth_date: "31/02/1990" }),
    codes: ["birth_date_unknown"],
    fact: { birth_year: 0 },
  },
  { says: "a year of birth", row: one({ birth_date: "1990" }), codes: [], fact: { birth_year: 1990 } },
  {
    says: "an ISO birth date before 1970",
    row: one({ birth_date: "1950-02-28", id_number: "" }),
    codes: [],
    fact: { birth_year: 1950 },
  },
  {
    says: "a short birth date",
    row: one({ birth_date: "1/2/1938", id_number: "" }),
    codes: [],
    fact: { birth_year: 1938 },
  },
  {
    says: "an Excel birth date",
    row: one({ birth_date: "33010", id_number: "" }),
    codes: [],
    fact: { birth_year: 1990 },
  },
  {
    says: "born after the dose",
    row: one({ birth_date: "2022", id_number: "" }),
    codes: ["age_impossible"],
    fact: { birth_year: 0 },
  },
  {
    says: "older than anybody",
    row: one({ birth_date: "1890", id_number: "" }),
    codes: ["age_impossible"],
    fact: { birth_year: 0 },
  },
  { says: "no sex", row: one({ sex: "" }), codes: ["sex_unknown"], fact: { sex: "unknown" } },
  { says: "an unreadable sex", row: one({ sex: "x" }), codes: ["sex_unknown"], fact: { sex: "unknown" } },
  { says: "Nữ with a combining mark", row: one({ sex: "Nữ".normalize("NFD") }), codes: [], fact: { sex: "female" } },
  {
    says: "an Excel date",
    row: one({ injected_on: "44412", entered_at: "44413.75" }),
    codes: [],
    fact: { injected_date: "2021-08-04", entered_date: "2021-08-05" },
  },
  {
    says: "ISO with a time zone: the day in Viet Nam",
    row: one({ entered_at: "2021-08-05T20:00:00Z" }),
    codes: [],
    fact: { entered_date: "2021-08-06" },
  },
  {
    says: "dates with times",
    row: one({ injected_on: "04/08/2021 23:59", entered_at: "2021-08-05 08:30:00" }),
    codes: [],
    fact: { injected_date: "2021-08-04", entered_date: "2021-08-05" },
  },
  { says: "a first row", row: one({ dose_id: "TWICE", person_id: "P1" }), codes: [], fact: { vaccine_code: "pfizer" } },
  { says: "the same again", row: one({ dose_id: "TWICE", person_id: "P1" }), codes: ["duplicate_row"] },
  {
    says: "a row that a later one contradicts",
    row: one({ dose_id: "CLASH", person_id: "P2" }),
    codes: ["dose_id_conflict_kept"],
    fact: { vaccine_code: "pfizer" },
  },
  {
    says: "the one that contradicts",
    row: one({ dose_id: "CLASH", person_id: "P2", vaccine: "moderna" }),
    codes: ["dose_id_conflict"],
  },
  {
    says: "a rejected first row",
    row: one({ dose_id: "FIXED", person_id: "P3", injected_on: "" }),
    codes: ["injected_date_missing"],
  },
  {
    says: "its correction",
    row: one({ dose_id: "FIXED", person_id: "P3" }),
    codes: [],
    fact: { vaccine_code: "pfizer" },
  },
  { says: `a dose of ${someone}`, row: one({ person_id: "P4" }), codes: [], fact: { dose_number: 1 } },
  {
    says: `another dose of ${someone} on that day`,
    row: one({ person_id: "P4", dose_number: "2" }),
    codes: ["near_duplicate"],
    fact: { dose_number: 2 },
  },
  {
    says: "dose 1 in October",
    row: one({ person_id: "P5", injected_on: "04/10/2021", entered_at: "05/10/2021" }),
    codes: [],
    fact: { dose_number: 1 },
  },
  {
    says: "dose 2 in September",
    row: one({ person_id: "P5", dose_number: "2", injected_on: "04/09/2021", entered_at: "05/09/2021" }),
    codes: ["dose_order"],
    fact: { dose_number: 2 },
  },
  { says: "dose 1", row: one({ person_id: "P6" }), codes: ["dose_number_repeated"], fact: { dose_number: 1 } },
  {
    says: "dose 1 again, a month later",
    row: one({ person_id: "P6", injected_on: "04/09/2021", entered_at: "05/09/2021" }),
    codes: ["dose_number_repeated"],
    fact: { dose_number: 1 },
  },
];

/** Rules that another test shows: they need another batch, a list of facilities, or a broken line. */
const elsewhere = ["dose_in_other_batch", "facility_unknown", ...shapeRules.map((rule) => rule.code)];

const verdict = z.object({ row_number: z.number(), codes: z.array(z.string()) });
const fact = z.record(z.string(), z.union([z.string(), z.number()]));

describe("rules of doses", () => {
  let warehouse: TestWarehouse;
  let folder: TestFolder;
  let summary: RunSummary;
  const codes = new Map<number, string[]>();

  beforeAll(async () => {
    warehouse = await openTestWarehouse();
    folder = await openTestFolder();
    const rows = cases.map(({ row }) => ({
      ...row,
      home_district_code: row.home_district_code ?? "",
      home_province_code: row.home_province_code ?? "",
    }));
    const path = await folder.write("doses.csv", toCsv(rows));
    summary = await runJob({ job: dosesJob, paths: [path], asOf: "2022-06-30" }, { warehouse, config: testConfig });
    const found = await warehouse.query(
      "SELECT row_number, arraySort(groupArray(toString(rule_code))) AS codes FROM ops.findings GROUP BY row_number",
      { schema: verdict },
    );
    for (const row of found) codes.set(row.row_number, row.codes);
  });
  afterAll(async () => {
    await warehouse.close();
    await folder.remove();
  });

  it.each(cases.map((each, index) => ({ ...each, number: index + 1 })))(
    "$says: $codes",
    ({ number, codes: expected }) => {
      expect(codes.get(number) ?? []).toEqual(expected.toSorted());
    },
  );

  it("keeps of each accepted row what it says, and no more rows than accepted", async () => {
    const rows = await warehouse.query(
      `SELECT toString(dose_key) AS key, toString(id_key) AS id_key, toString(id_kind) AS id_kind, birth_year, toString(sex) AS sex, place_key,
         toString(facility_code) AS facility_code, toString(vaccine_code) AS vaccine_code, dose_number, toString(injected_date) AS injected_date,
         toString(entered_date) AS entered_date, toString(sent_date) AS sent_date FROM mart.fct_doses`,
      { schema: fact },
    );
    const keys = await warehouse.query(
      `SELECT toString(reinterpretAsUInt128(sipHash128Keyed(({k0:UInt64}, {k1:UInt64}), arrayJoin({ids:Array(String)})))) AS key`,
      {
        params: { ...testConfig.hashKey, ids: cases.map(({ row }) => row.dose_id ?? "") },
        schema: z.object({ key: z.string() }),
      },
    );
    const byKey = new Map(rows.map((row) => [row.key, row]));
    for (const [index, { says, fact: expected }] of cases.entries()) {
      if (expected !== undefined) expect(byKey.get(keys[index]?.key ?? ""), says).toMatchObject(expected);
    }
    const accepted = cases.filter((each) => each.fact !== undefined).length;
    expect(rows).toHaveLength(accepted);
    expect(summary).toMatchObject({ read: cases.length, accepted, rejected: cases.length - accepted });
  });

  it("has a case for every rule", () => {
    const shown = new Set([...cases.flatMap((each) => each.codes), ...elsewhere]);
    expect(doseRules.map((rule) => rule.code).filter((code) => !shown.has(code))).toEqual([]);
  });
});
