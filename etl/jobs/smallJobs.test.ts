import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import type { Job } from "../job.ts";
import { runJob } from "../run/runJob.ts";
import { forgetLoads } from "../testing/publicationTestBed.ts";
import { facilitiesJob } from "./facilities/facilitiesJob.ts";
import { officialTotalsJob } from "./official_totals/officialTotalsJob.ts";

let warehouse: TestWarehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await mkdtemp(join(tmpdir(), "small-jobs-"));
});
beforeEach(() => forgetLoads(warehouse));
afterAll(() => warehouse.close());

const load = (job: Job, paths: string[], asOf = "2022-06-30") =>
  runJob({ job, paths, asOf }, { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } });
const loadText = async (job: Job, name: string, text: string, asOf?: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return load(job, [path], asOf);
};
const rulesOf = (summary: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));
const query = <T>(sql: string, schema: z.ZodType<T>) => warehouse.query(sql, { schema });

describe("facilities", () => {
  const facilities = () =>
    query(
      `SELECT facility_code, name, place_key FROM mart.dim_facilities
       WHERE load_id IN (SELECT load_id FROM mart.current_loads) ORDER BY facility_code`,
      z.object({ facility_code: z.string(), name: z.string(), place_key: z.number() }),
    );

  it("places a facility by its commune in the structure of the day, and replaces the list", async () => {
    const summary = await loadText(
      facilitiesJob,
      "facilities.csv",
      "ma_co_so,ten_co_so,loai,ma_xa\n01001,Trạm y tế phường Trúc Bạch,Trạm y tế,00004\n01002,Trạm cũ,,99999\n01001,Trạm y tế phường Trúc Bạch,Trạm y tế,00004\n,Không mã,,00004\n",
    );
    expect(rulesOf(summary)).toEqual({ commune_unknown: 1, duplicate_row: 1, facility_code_missing: 1 });
    expect(await facilities()).toEqual([
      { facility_code: "01001", name: "Trạm y tế phường Trúc Bạch", place_key: 63_000_004 },
      { facility_code: "01002", name: "Trạm cũ", place_key: 63_300_000 },
    ]);
    await loadText(
      facilitiesJob,
      "facilities.csv",
      "ma_co_so,ten_co_so,ma_xa\n01003,Trạm y tế phường Ba Đình,00004\n",
      "2026-01-01",
    );
    expect(await facilities()).toEqual([
      { facility_code: "01003", name: "Trạm y tế phường Ba Đình", place_key: 34_000_004 },
    ]);
  });
});

describe("official_totals", () => {
  const figure = z.object({ measure: z.string(), value: z.number() });

  it("loads the figures that ship with the product as they were published", async () => {
    const summary = await load(officialTotalsJob, [], "2026-11-22");
    expect(summary.rejected).toBe(0);
    // The paper of mid 2022 gives no day.
    expect(Object.keys(rulesOf(summary))).toEqual(["document_date_missing"]);
    const byMeasure = async (day: string, breakdown: string) =>
      Object.fromEntries(
        (
          await query(
            `SELECT measure_code AS measure, value FROM mart.fct_official_totals
             WHERE as_of_date = '${day}' AND breakdown_code = '${breakdown}'`,
            figure,
          )
        ).map(({ measure, value }) => [measure, value]),
      );
    const april = await byMeasure("2022-04-05", "");
    const withId = await byMeasure("2022-04-05", "with_id");
    const withoutId = await byMeasure("2022-04-05", "without_id");
    // The report's parts that sum up …
    expect((april.subjects_sent ?? 0) + (april.subjects_not_sent ?? 0)).toBe(april.subjects_recorded);
    expect((april.doses_sent ?? 0) + (april.doses_not_sent ?? 0)).toBe(april.doses_recorded);
    expect((april.subjects_with_id ?? 0) + (april.subjects_without_id ?? 0)).toBe(april.subjects_sent);
    expect((withId.doses_verified ?? 0) + (withId.doses_wrong ?? 0)).toBe(april.doses_with_id);
    expect((withoutId.doses_verified ?? 0) + (withoutId.doses_unverifiable ?? 0)).toBe(april.doses_without_id);
    expect((withoutId.subjects_verified ?? 0) + (withoutId.subjects_unverifiable ?? 0)).toBe(april.subjects_without_id);
    // … and the one that does not, which stays as published.
    expect((withId.subjects_verified ?? 0) + (withId.subjects_wrong ?? 0) - (april.subjects_with_id ?? 0)).toBe(
      270_000,
    );
    const classes = await query(
      `SELECT 'wrong' AS measure, sum(value) AS value FROM mart.fct_official_totals
       WHERE as_of_date = '2022-06-30' AND measure_code = 'subjects_wrong' AND breakdown_code != ''`,
      figure,
    );
    expect(classes[0]?.value).toBe((await byMeasure("2022-06-30", "")).subjects_wrong);
  });
});
