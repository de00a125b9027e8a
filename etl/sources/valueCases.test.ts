import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { findJob } from "../jobs.ts";
import { runJob } from "../run/runJob.ts";
import { rulesOf } from "../testing/reportsTestBed.ts";
import { testConfig } from "../testing/runTestBed.ts";

const fact = z.object({ fact: z.string() });

/** What a file gives: its facts, and how many rows broke which rule. */
interface Outcome {
  readonly facts: readonly string[];
  readonly rules: Readonly<Record<string, number>>;
}

interface ValueCase {
  readonly file: string;
  readonly job: string;
  readonly table: string;
  /** Columns of the job's facts. */
  readonly columns: string;
  readonly right: Outcome;
}

const administered = {
  ...{ job: "administered", table: "mart.fct_administered_reports" },
  columns: "place_key, report_date, cumulative_doses",
};
const resources = {
  ...{ job: "resources", table: "mart.fct_resources" },
  columns: "facility_code, month, doctors, nurses, updated_date",
};

const cases: readonly ValueCase[] = [
  {
    ...{ ...resources, file: "parquet-null-count.parquet" },
    right: {
      facts: ["CSN0 2022-05-01 12 30 2022-05-31", "CSN1 2022-05-01 -1 30 2022-05-31"],
      rules: { facility_unknown: 2, updated_date_assumed: 2 },
    },
  },
  {
    ...{ ...resources, file: "parquet-null-date.parquet" },
    right: {
      facts: ["CSN0 2022-05-01 -1 30 2022-05-28", "CSN1 2022-05-01 -1 30 2022-05-31"],
      rules: { facility_unknown: 2, updated_date_assumed: 1 },
    },
  },
  {
    ...{ ...resources, file: "json-null.json" },
    right: {
      facts: ["CSN1 2022-05-01 -1 3 2022-05-31"],
      rules: { facility_unknown: 1, updated_date_assumed: 1 },
    },
  },
  {
    ...{ ...resources, file: "parquet-float-1.125.parquet" },
    right: { facts: [], rules: { count_invalid: 1, facility_unknown: 1, updated_date_assumed: 1 } },
  },
  {
    ...{ ...resources, file: "json-decimal.json" },
    right: { facts: [], rules: { count_invalid: 1, facility_unknown: 1, updated_date_assumed: 1 } },
  },
  {
    ...{ ...resources, file: "parquet-timestamp-utc.parquet" },
    right: {
      facts: ["CSN1 2022-05-01 12 -1 2022-05-31"],
      rules: { facility_unknown: 1, updated_date_assumed: 1 },
    },
  },
  {
    ...{ ...resources, file: "ok-1904.xlsx" },
    right: {
      facts: ["CS0001 2022-05-01 12 30 2022-05-28", "CS0002 2022-05-01 12 30 2018-05-28"],
      rules: { facility_unknown: 2, updated_date_before_month: 1 },
    },
  },
  {
    ...{ ...resources, file: "case-twice.csv" },
    right: {
      facts: ["CS0001 2022-05-01 10 -1 2022-05-31"],
      rules: { duplicate_row: 2, facility_code_rewritten: 2, facility_unknown: 3, updated_date_assumed: 3 },
    },
  },
  {
    ...{ job: "facilities", table: "mart.dim_facilities", columns: "facility_code, name" },
    file: "code-TONG-read-as-total.xlsx",
    right: {
      facts: ["F1 Bệnh viện A", "F2 Cộng Hòa", "F3 Tổng cộng", "TONG Cộng Hòa"],
      rules: { commune_unknown: 4 },
    },
  },
  {
    ...{ ...administered, file: "counts.csv" },
    right: { facts: ["63200004 2022-02-04 1234"], rules: { number_ambiguous: 2 } },
  },
  {
    ...{ ...administered, file: "us-date.csv" },
    right: { facts: ["63200001 2022-12-02 100"], rules: { date_invalid: 1 } },
  },
  {
    ...{ ...administered, file: "nbsp-date-count.csv" },
    right: { facts: ["63200001 2021-08-04 5", "63200002 2021-08-04 5", "63200004 2021-08-04 5"], rules: {} },
  },
  {
    ...{ ...administered, file: "ampm-vi.csv" },
    right: { facts: ["63200001 2021-08-04 5", "63200002 2021-08-04 5", "63200004 2021-08-04 5"], rules: {} },
  },
  {
    ...{ ...administered, file: "quoted-total.csv" },
    right: {
      facts: [
        "63200001 2021-08-04 5",
        "63200002 2021-08-04 5",
        "63200004 2021-08-04 5",
        "63200006 2021-08-04 5",
        "63200008 2021-08-04 5",
        "63200010 2021-08-04 5",
        "63200011 2021-08-04 5",
        "63200012 2021-04-08 5",
        "63200014 2021-08-04 5",
      ],
      rules: { day_missing: 1 },
    },
  },
];

const casePath = (file: string): string => fileURLToPath(new URL(`../testing/cases/${file}`, import.meta.url));

describe("values as files give them", () => {
  let warehouse: TestWarehouse;
  beforeAll(async () => {
    warehouse = await openTestWarehouse();
  });
  afterAll(() => warehouse.close());

  it.each(cases)("$file", async ({ file, job, table, columns, right }) => {
    // Each file is loaded as the first: what others say of the same day is no part of the case.
    await warehouse.command("TRUNCATE TABLE ops.publications");
    const summary = await runJob(
      { job: findJob(job), paths: [casePath(file)], asOf: "2022-12-31", batchCode: file },
      { warehouse, config: testConfig },
    );
    const facts = await warehouse.query(
      `SELECT concatWithSeparator(' ', ${columns}) AS fact
       FROM ${table} WHERE load_id = {load:UInt64} ORDER BY fact`,
      { params: { load: summary.loadId ?? "0" }, schema: fact },
    );
    expect({ facts: facts.map((row) => row.fact), rules: rulesOf(summary) }).toEqual(right);
  });

  it("refuses unit-in-header.csv, whose amounts would be left out", async () => {
    const reading = runJob(
      { job: findJob("payments"), paths: [casePath("unit-in-header.csv")], asOf: "2022-12-31" },
      { warehouse, config: testConfig },
    );
    await expect(reading).rejects.toThrow('gives its figures in the unit "so_tien (triệu đồng)"');
  });
});
