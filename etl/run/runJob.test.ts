import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cleanWarehouse } from "../commands/cleanWarehouse.ts";
import { listRuns } from "../commands/listRuns.ts";
import { unloadBatch } from "../commands/unloadBatch.ts";
import type { CleanseContext, SourceRow } from "../job.ts";
import { certificatesJob } from "../jobs/certificates/certificatesJob.ts";
import { dosesJob } from "../jobs/doses/dosesJob.ts";
import { verificationsJob } from "../jobs/verifications/verificationsJob.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { exportRejects } from "../rejects/exportRejects.ts";
import { aDose, runTestBed, testConfig, toCsv, visibleState } from "../testing/runTestBed.ts";
import { type RunRequest, runJob } from "./runJob.ts";
import type { RunSummary } from "./runSummary.ts";

const counted = z.object({ rows: z.number() });
const person = (number: number, overrides: SourceRow = {}): SourceRow =>
  aDose({ dose_id: `MT${number}`, person_id: `DT${number}`, ...overrides });
const people = (count: number, first = 1): SourceRow[] =>
  Array.from({ length: count }, (_, index) => person(first + index));

describe("runs", () => {
  const bed = runTestBed();
  const neverAborted = new AbortController().signal;

  const run = (path: string, request: Partial<RunRequest> = {}): Promise<RunSummary> =>
    bed.run({ job: dosesJob, paths: [path], asOf: "2022-06-30", ...request });
  const count = async (from: string): Promise<number> => {
    const [row] = await bed.warehouse.query(`SELECT count() AS rows FROM ${from}`, { schema: counted });
    return row?.rows ?? -1;
  };
  const current = (table: string): string => `${table} WHERE load_id IN (SELECT load_id FROM mart.current_loads)`;

  it("a dry run reports in full and publishes nothing", async () => {
    const path = await bed.folder.write("a.csv", toCsv([...people(3), person(4, { injected_on: "" })]));
    const summary = await run(path, { isDryRun: true });
    expect(summary).toMatchObject({ status: "dry_run", read: 4, accepted: 3, rejected: 1 });
    expect(await count("ops.publications")).toBe(0);
    expect(await count("mart.fct_doses")).toBe(0);
    expect(await count("system.tables WHERE database = 'landing' AND startsWith(name, 'load_')")).toBe(0);
  });

  it("the same file twice changes nothing; a corrected file replaces what it replaced", async () => {
    const path = await bed.folder.write("a.csv", toCsv([...people(3), person(4, { injected_on: "" })]));
    expect(await run(path)).toMatchObject({ status: "published", accepted: 3, rejected: 1, dataset: "real" });
    const before = await visibleState(bed.warehouse);
    expect(await run(path)).toMatchObject({ status: "unchanged" });
    expect(await visibleState(bed.warehouse)).toBe(before);

    const corrected = await bed.folder.write("a.csv", toCsv([...people(2), person(4), person(5)]));
    expect(await run(corrected)).toMatchObject({ status: "published", accepted: 4, rejected: 0 });
    expect(await count(current("mart.fct_doses"))).toBe(4);
    expect(await visibleState(bed.warehouse)).not.toBe(before);

    await run(await bed.folder.write("a.csv", toCsv([...people(3), person(4, { injected_on: "" })])));
    expect(await visibleState(bed.warehouse)).toBe(before);
  });

  it("a dose of another batch is rejected, the same person's dose of that day a finding; withdrawn, it is accepted", async () => {
    const path = await bed.folder.write("b.csv", toCsv([person(1), person(91, { person_id: "DT2" }), person(92)]));
    const summary = await run(path);
    expect(summary).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
    expect(summary.byRule.map((rule) => [rule.code, rule.rows])).toEqual([
      ["dose_in_other_batch", 1],
      ["near_duplicate", 1],
    ]);
    expect(await unloadBatch(bed.warehouse, "b", undefined, neverAborted)).toEqual(["doses"]);
    expect(await count(current("mart.fct_doses"))).toBe(3);
    await expect(unloadBatch(bed.warehouse, "b", undefined, neverAborted)).rejects.toThrow(/No batch/);
  });

  it("rejected rows, exported and corrected, load as a batch of their own", async () => {
    const rows = [
      person(201),
      person(202, { injected_on: "31/02/2022", full_name: 'Lê "Tám", con' }),
      person(203, { entered_at: "" }),
    ];
    const summary = await run(await bed.folder.write("c.csv", toCsv(rows)));
    expect(summary).toMatchObject({ accepted: 1, rejected: 2 });
    const out = bed.folder.path("c-rejects.csv");
    expect(await exportRejects(bed.warehouse, summary.runId, out, testConfig.rejectsKey)).toBe(2);
    const text = await readFile(out, "utf8");
    expect(text).toContain('"Lê ""Tám"", con"');
    expect(text).toContain("injected_date_invalid");
    const corrected = text
      .replace("31/02/2022", "28/02/2022")
      .replace(/,04\/08\/2021,(.*),,10\/03\/2022/, ",04/08/2021,$1,05/08/2021,10/03/2022");
    const again = await run(await bed.folder.write("c-rejects.csv", corrected));
    expect(again).toMatchObject({ read: 2, accepted: 2, rejected: 0, warnings: [] });
    expect(await count(current("mart.fct_doses"))).toBe(6);
    await expect(exportRejects(bed.warehouse, summary.runId, out, "00".repeat(32))).rejects.toThrow(/decrypted/);
    await unloadBatch(bed.warehouse, "c-rejects", undefined, neverAborted);
    await unloadBatch(bed.warehouse, "c", undefined, neverAborted);
  });

  it("keeps no identifier, name or birth date in any column of any table", async () => {
    const secrets = [
      "SECRETDOSE1",
      "SECRETPERSON1",
      "001190087654",
      "Bùi Thị Bí Mật",
      "23/11/1990",
      "SECRETDOSE2",
      "SECRETPERSON2",
    ];
    const rows = [
      aDose({
        dose_id: "SECRETDOSE1",
        person_id: "SECRETPERSON1",
        id_number: "001190087654",
        full_name: "Bùi Thị Bí Mật",
        birth_date: "23/11/1990",
      }),
      aDose({
        dose_id: "SECRETDOSE2",
        person_id: "SECRETPERSON2",
        id_number: "001190087654",
        full_name: "Bùi Thị Bí Mật",
        birth_date: "23/11/1990",
        injected_on: "?",
      }),
    ];
    await run(await bed.folder.write("secret.csv", toCsv(rows)));
    const check = { job: verificationsJob, batchCode: "secret-checks" };
    await run(
      await bed.folder.write(
        "checks.csv",
        toCsv([
          { person_id: "SECRETPERSON1", checked_on: "24/03/2022", result: "right" },
          { person_id: "SECRETPERSON2", checked_on: "x", result: "right" },
        ]),
      ),
      check,
    );
    const tables = await bed.warehouse.query(
      "SELECT database, name FROM system.tables WHERE database IN ('landing', 'mart', 'ops') AND engine NOT IN ('Null', 'View')",
      { schema: z.object({ database: z.string(), name: z.string() }) },
    );
    expect(tables.length).toBeGreaterThan(15);
    const found: string[] = [];
    for (const { database, name } of tables) {
      const [row] = await bed.warehouse.query(
        `SELECT countIf(arrayExists(secret -> position(text, secret) > 0, {secrets:Array(String)})) AS rows
         FROM (SELECT toString(tuple(*)) AS text FROM ${database}.${name})`,
        { params: { secrets }, schema: counted },
      );
      if (row?.rows !== 0) found.push(`${database}.${name}`);
    }
    expect(found).toEqual([]);
    await unloadBatch(bed.warehouse, "secret", undefined, neverAborted);
    await unloadBatch(bed.warehouse, "secret-checks", undefined, neverAborted);
  });

  it("judges verifications and certificates, and lists people nobody knows", async () => {
    const checks = [
      ["DT1", "24/03/2022", "right"],
      ["DT1", "24/03/2022", "right"],
      ["DT1", "25/03/2022", "Sai họ tên và ngày sinh"],
      ["DT1", "25/03/2022", "wrong_name"],
      ["DT2", "24/03/2022", "có lẽ đúng"],
      ["DT2", "", "right"],
      ["DT2", "40/03/2022", "right"],
      ["DT2", "01/07/2022", "right"],
      ["DT2", "01/01/2020", "right"],
      ["", "24/03/2022", "SỐ ĐỊNH DANH KHÔNG CÓ TRONG HỆ THỐNG"],
      ["NOBODY", "24/03/2022", "không có CCCD/CMTND"],
    ].map(([person_id = "", checked_on = "", result = ""]) => ({ person_id, checked_on, result }));
    const summary = await run(await bed.folder.write("v.csv", toCsv(checks)), { job: verificationsJob });
    expect(summary).toMatchObject({ status: "published", read: 11, accepted: 4, rejected: 7 });
    expect(Object.fromEntries(summary.byRule.map((rule) => [rule.code, rule.rows]))).toEqual({
      person_id_missing: 1,
      checked_date_missing: 1,
      checked_date_invalid: 1,
      checked_in_future: 1,
      checked_before_campaign: 1,
      result_unknown: 1,
      duplicate_row: 1,
      results_of_one_day: 2,
      person_unknown: 1,
    });
    expect(await count(`${current("mart.fct_verifications")} AND result = 'wrong_name_and_birth_date'`)).toBe(1);

    const signed = [
      ["DT1", "15/04/2022"],
      ["DT1", "15/04/2022"],
      ["NOBODY", "15/04/2022"],
      ["", "15/04/2022"],
      ["DT2", ""],
      ["DT2", "?"],
      ["DT2", "2030-01-01"],
      ["DT2", "2019-01-01"],
    ].map(([person_id = "", signed_on = ""]) => ({ person_id, signed_on }));
    const certificates = await run(await bed.folder.write("cert.csv", toCsv(signed)), { job: certificatesJob });
    expect(certificates).toMatchObject({ read: 8, accepted: 2, rejected: 6 });
    expect(certificates.byRule).toHaveLength(7);
  });

  it("knows facilities once a list of them is loaded", async () => {
    await bed.warehouse.command(
      "INSERT INTO mart.dim_facilities (load_id, facility_code, name, type, commune_code, place_key) VALUES (77, 'TYT00001', 'Trạm y tế', 'tram', '00001', 63000001)",
    );
    await bed.warehouse.command(
      "INSERT INTO ops.publications SELECT 1000, 77, generateUUIDv4(), 'facilities', 'f', 'real', 1, false, 1, 0, 0, [], now64(3)",
    );
    const path = await bed.folder.write("f.csv", toCsv([person(301), person(302, { facility_code: "LẠ" })]));
    expect((await run(path, { isDryRun: true })).byRule.map((rule) => [rule.code, rule.rows])).toEqual([
      ["facility_unknown", 1],
    ]);
  });

  it("takes sample files for samples only, and never mixes them with real rows", async () => {
    const sample = people(2, 400).map((row) => ({ ...row, du_lieu_mau: "mau 1/200" }));
    const path = await bed.folder.write("sample.csv", toCsv(sample));
    expect(await run(path, { isDryRun: true })).toMatchObject({ dataset: "sample", sampleScale: 200 });
    await expect(run(path, { isDryRun: true, dataset: "real" })).rejects.toBeInstanceOf(RefusedFile);
    const mixed = await bed.folder.write("mixed.csv", toCsv([...sample, { ...person(402), du_lieu_mau: "" }]));
    await expect(run(mixed)).rejects.toThrow(/several values/);
  });

  it("two runs at once are both whole: what both have is counted once", async () => {
    const left = await bed.folder.write("left.csv", toCsv(people(40, 500)));
    const right = await bed.folder.write("right.csv", toCsv(people(40, 520)));
    const summaries = await Promise.all([run(left), run(right)]);
    expect(summaries.map((summary) => summary.accepted).toSorted()).toEqual([20, 40]);
    expect(
      await count(`(SELECT dose_key FROM ${current("mart.fct_doses")} GROUP BY dose_key HAVING count() > 1)`),
    ).toBe(0);
  });

  it("a run that is interrupted leaves nothing", async () => {
    const abort = new AbortController();
    const path = await bed.folder.write("interrupted.csv", toCsv(people(2000, 1000)));
    const before = await visibleState(bed.warehouse);
    await expect(
      runJob(
        { job: dosesJob, paths: [path], asOf: "2022-06-30" },
        {
          warehouse: bed.warehouse,
          config: testConfig,
          signal: abort.signal,
          onProgress: ({ phase }) => phase === "cleansing" && abort.abort(new Error("stop")),
        },
      ),
    ).rejects.toThrow("stop");
    expect(await visibleState(bed.warehouse)).toBe(before);
    expect(await count("system.tables WHERE database = 'landing' AND startsWith(name, 'load_')")).toBe(0);
    expect((await listRuns(bed.warehouse, 1))[0]).toMatchObject({ status: "failed", batch: "interrupted" });
  });

  it("a failure in the warehouse leaves none of the row it quotes in the ledger", async () => {
    const path = await bed.folder.write("quoted.csv", toCsv([person(5000, { full_name: "Trần Thị Quote" })]));
    const failing = {
      ...dosesJob,
      cleanse: async ({ warehouse: on, landingTable }: CleanseContext): Promise<never> => {
        await on.command(`SELECT toUInt8(full_name) FROM ${landingTable}`);
        throw new Error("a name was read as a number");
      },
    };
    await expect(run(path, { job: failing })).rejects.toThrow("Trần Thị Quote");
    const [failed] = await listRuns(bed.warehouse, 1);
    expect(failed).toMatchObject({ status: "failed", batch: "quoted" });
    expect(failed?.message).toMatch(/^ClickHouse: CANNOT_PARSE_TEXT/);
  });

  it("clean drops replaced loads and changes no figure", async () => {
    const before = await visibleState(bed.warehouse);
    const { replacedLoads } = await cleanWarehouse(bed.warehouse, neverAborted);
    expect(replacedLoads).toBeGreaterThan(2);
    expect(await visibleState(bed.warehouse)).toBe(before);
    expect((await cleanWarehouse(bed.warehouse, neverAborted)).replacedLoads).toBe(0);
  });

  it("the ledger has every run with its files, counts and times", async () => {
    const runs = await listRuns(bed.warehouse, 100);
    expect(
      runs.every(
        (each) => each.read === each.accepted + each.rejected || each.status === "failed" || each.status === "refused",
      ),
    ).toBe(true);
    const published = runs.filter((each) => each.status === "published" && each.message !== "withdrawal");
    expect(
      published.every(
        (each) => /^[0-9a-f]{64}$/.test(each.files[0]?.sha256 ?? "") && each.code_version !== "" && each.seconds > 0,
      ),
    ).toBe(true);
    expect(runs.map((each) => each.status)).toEqual(
      expect.arrayContaining(["published", "unchanged", "refused", "failed", "dry_run"]),
    );
  });
});
