import { expect, it } from "vitest";
import { z } from "zod";
import { sourcesWithDays } from "../../../warehouse/sources/sources.ts";
import { jobs } from "../../jobs.ts";
import { runTestBed } from "../../testing/runTestBed.ts";
import { expectedSourcesJob } from "./expectedSourcesJob.ts";

const bed = runTestBed();

const load = (paths: string[]) => bed.run({ job: expectedSourcesJob, paths, asOf: "2022-06-30" });
const source = z.object({ text: z.string() });
const expected = async (loadId = ""): Promise<string[]> => {
  const rows = await bed.warehouse.query(
    `SELECT concatWithSeparator(' ', job, sender, facility_type, ownership, rhythm, days_due, valid_from, valid_to) AS text
     FROM mart.dim_expected_sources WHERE load_id = {load:UInt64} ORDER BY text`,
    { params: { load: loadId }, schema: source },
  );
  return rows.map(({ text }) => text);
};

it("ships who is expected to send what, without a fault", async () => {
  const summary = await load([]);
  expect(summary).toMatchObject({ status: "published", read: 13, accepted: 13, byRule: [] });
  const sources = await expected(summary.loadId);
  expect(sources).toContain("payments facility hospital public daily 1 2022-01-01 2149-06-06");
  expect(sources).toContain("administered province   daily 1 2021-03-08 2149-06-06");
  expect(sources).toContain("task_reports ministry   monthly 15 2023-06-13 2025-12-31");
});

it("reads codes and Vietnamese words, and leaves out what says nothing certain", async () => {
  const path = await bed.folder.write(
    "sources.csv",
    [
      "job,ben_gui,loai_co_so,hinh_thuc,nhip,han_gui,hieu_luc_tu,hieu_luc_den,can_cu",
      "services,Cơ sở,TTYT,Công lập,Tháng,10,01/01/2022,31/12/2022,x",
      "services,facility,health_centre,public,yearly,30,01/01/2023,,x",
      "dossiers,Sở Y tế,,,weekly,0,,,",
      "services,facility,health_centre,public,monthly,10,01/01/2022,31/12/2022,x",
      "services,facility,health_centre,public,daily,10,01/01/2022,31/12/2022,x",
      "gold,bộ,,,ngày,1,,,x",
      "services,huyện,,,ngày,1,,,x",
      "doses,cơ sở,,,ngày,1,,,x",
      "services,cơ sở,lâu đài,,ngày,1,,,x",
      "services,cơ sở,,,quý,1,,,x",
      "services,tỉnh,,,ngày,1000,,,x",
      "services,bộ,,,ngày,1,01/01/2022,31/12/2021,x",
    ].join("\n"),
  );
  const summary = await load([path]);
  expect(summary).toMatchObject({ accepted: 3, acceptedWithFindings: 1, rejected: 9 });
  expect(await expected(summary.loadId)).toEqual([
    "dossiers province   weekly 0 1970-01-01 2149-06-06",
    "services facility health_centre public monthly 10 2022-01-01 2022-12-31",
    "services facility health_centre public yearly 30 2023-01-01 2149-06-06",
  ]);
  expect(Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]))).toEqual({
    source_unknown: 1,
    sender_unknown: 1,
    sender_not_told: 1,
    facilities_unknown: 1,
    rhythm_unknown: 1,
    days_due_invalid: 1,
    period_invalid: 1,
    legal_basis_missing: 1,
    duplicate_row: 1,
    row_conflict: 1,
  });
});

it("follows only jobs whose facts have days in the warehouse", async () => {
  const [view] = await bed.warehouse.query(
    "SELECT create_table_query AS text FROM system.tables WHERE database = 'mart' AND name = 'reported_days'",
    { schema: source },
  );
  const inRegister = ["doses", "verifications", "certificates"];
  const path = await bed.folder.write(
    "all.csv",
    ["job,ben_gui,nhip,han_gui,can_cu", ...jobs.map(({ name }) => `${name},bộ,ngày,1,x`)].join("\n"),
  );
  const { loadId } = await load([path]);
  const followed = (await expected(loadId)).map((text) => text.split(" ")[0] ?? "");
  expect(followed.toSorted()).toEqual(sourcesWithDays.toSorted());
  for (const job of followed) expect(inRegister.includes(job) || view?.text.includes(`'${job}'`), job).toBe(true);
  expect(followed).toContain("facilities");
  expect(jobs.map(({ name }) => name)).toContain("expected_sources");
});
