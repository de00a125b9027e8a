import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { isSharedHere, sharedFile } from "../../../warehouse/testing/sharedData.ts";
import { runJob } from "../../run/runJob.ts";
import { forgetLoads, readRollup } from "../../testing/publicationTestBed.ts";
import { administeredJob } from "./administeredJob.ts";

const shared = sharedFile("data/vaccination/");

let warehouse: TestWarehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await mkdtemp(join(tmpdir(), "administered-"));
});
beforeEach(() => forgetLoads(warehouse));
afterAll(() => warehouse.close());

const load = (path: string, batchCode?: string, asOf = "2022-06-30") =>
  runJob(
    { job: administeredJob, paths: [path], asOf, batchCode },
    { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } },
  );
const loadText = async (name: string, text: string, batchCode?: string, asOf?: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return load(path, batchCode, asOf);
};
const rulesOf = (summary: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));
/** Doses administered as the changes of each day at each place. */
const changes = async () =>
  (await readRollup(warehouse, "real", "province")).map(({ day, key, measures }) => [
    day,
    key.split("|")[0],
    measures[0],
  ]);

describe("administered", () => {
  it.skipIf(!isSharedHere)("reads the platform's snapshot of 2021-08-04 as it is", async () => {
    const summary = await load(new URL("moh_api_snapshot_2021-08-04.json", shared).pathname);
    expect([summary.read, summary.accepted, summary.rejected, summary.byRule]).toEqual([63, 63, 0, []]);
    const rows = await changes();
    expect(new Set(rows.map(([day]) => day))).toEqual(new Set(["2021-08-04"]));
    expect(rows.length).toBe(63);
    expect(rows.reduce((sum, [, , doses]) => sum + Number(doses), 0)).toBe(6_481_682);
  });

  it.skipIf(!isSharedHere)("reads the provinces' daily table as it is, and lists what is odd in it", async () => {
    const summary = await load(new URL("province_daily_2021-08_2021-11.csv", shared).pathname);
    expect([summary.read, summary.accepted, summary.rejected]).toEqual([4410, 4410, 0]);
    expect(rulesOf(summary)).toEqual({
      day_missing: 3,
      dose_1_decreased: 32,
      dose_2_decreased: 29,
      total_decreased: 25,
      above_100_percent: 313,
    });
    const days = await warehouse.query(
      "SELECT detail FROM ops.findings WHERE load_id = {load:UInt64} AND rule_code = 'day_missing' ORDER BY detail",
      { params: { load: summary.loadId ?? "0" }, schema: z.object({ detail: z.string() }) },
    );
    expect(days.map(({ detail }) => detail)).toEqual(["2021-10-12", "2021-10-25", "2021-11-01"]);
    const provinces = await warehouse.query(
      "SELECT uniqExact(place_key) AS provinces, uniqExact(place_key, report_date) AS reports FROM mart.fct_administered_reports",
      { schema: z.object({ provinces: z.number(), reports: z.number() }) },
    );
    expect(provinces).toEqual([{ provinces: 63, reports: 4410 }]);
  });

  it("counts changes between cumulative reports, decreases as they are reported", async () => {
    const summary = await loadText(
      "reports.csv",
      "ma_tinh,ngay,tong_so_mui\n01,01/03/2022,1.000\n1,02/03/2022,1.250\n01,04/03/2022,1200\n79,02/03/2022,500\n",
    );
    expect(rulesOf(summary)).toEqual({ day_missing: 1, total_decreased: 1 });
    expect(await changes()).toEqual([
      ["2022-03-01", "63200001", 1000],
      ["2022-03-02", "63200001", 250],
      ["2022-03-02", "63200079", 500],
      ["2022-03-04", "63200001", -50],
    ]);
  });

  it("reads no number in a column whose marks mean two things", async () => {
    const summary = await loadText(
      "mixed.csv",
      'ma_tinh,ngay,tong_so_mui\n01,01/03/2022,"1.000"\n02,01/03/2022,"1,250"\n04,01/03/2022,1200\n79,01/03/2022,"1 500"\n',
    );
    expect(rulesOf(summary)).toEqual({ number_ambiguous: 2 });
    expect(await changes()).toEqual([
      ["2022-03-01", "63200004", 1200],
      ["2022-03-01", "63200079", 1500],
    ]);
  });

  it("adds a day's doses to what the province reported before", async () => {
    await loadText("cumulative.csv", "ma_tinh,ngay,tong_so_mui\n01,01/03/2022,1000\n");
    await loadText("daily.csv", "ten_tinh;ngay;so_mui_trong_ngay\nHa Noi;02/03/2022;10\nTP. Hà Nội;03/03/2022;20\n");
    expect(await changes()).toEqual([
      ["2022-03-01", "63200001", 1000],
      ["2022-03-02", "63200001", 10],
      ["2022-03-03", "63200001", 20],
    ]);
  });

  it("rejects what cannot be counted, and counts reports of today's provinces in today's structure", async () => {
    const summary = await loadText(
      "bad.csv",
      [
        "ma_tinh,ten_tinh,ngay,tong_so_mui",
        "01,,01/08/2025,100",
        "01,,01/08/2025,100",
        "01,,01/08/2025,101",
        ",Atlantis,01/08/2025,100",
        "02,,01/08/2025,100",
        "79,,32/08/2025,100",
        "79,,01/08/2025,many",
        "79,,01/08/2025,",
        "79,,01/08/2031,5",
        "79,,01/08/2020,5",
      ].join("\n"),
      undefined,
      "2025-12-31",
    );
    expect([summary.accepted, summary.rejected]).toEqual([1, 9]);
    // Code 02 was Hà Giang; no province of the 34 has it.
    expect(rulesOf(summary)).toEqual({
      duplicate_row: 1,
      report_conflict: 1,
      province_unknown: 2,
      date_invalid: 1,
      count_invalid: 1,
      count_missing: 1,
      date_in_future: 1,
      date_before_campaign: 1,
    });
    expect(await changes()).toEqual([["2025-08-01", "34200001", 100]]);
  });

  it("lets the newest publication speak where two batches report the same day", async () => {
    await loadText("one.csv", "ma_tinh,ngay,tong_so_mui\n01,01/03/2022,100\n01,02/03/2022,150\n");
    await loadText("two.csv", "ma_tinh,ngay,tong_so_mui\n01,01/03/2022,120\n");
    expect(await changes()).toEqual([
      ["2022-03-01", "63200001", 120],
      ["2022-03-02", "63200001", 30],
    ]);
  });
});
