import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cleanWarehouse } from "../commands/cleanWarehouse.ts";
import { listRuns } from "../commands/listRuns.ts";
import { unloadBatch } from "../commands/unloadBatch.ts";
import type { SourceRow } from "../job.ts";
import { certificatesJob } from "../jobs/certificates/certificatesJob.ts";
import { exportRejects } from "../rejects/exportRejects.ts";
import { runTestBed, testConfig, toCsv } from "../testing/runTestBed.ts";
import type { RunRequest } from "./runJob.ts";
import type { RunSummary } from "./runSummary.ts";

const signed = (count: number, day = "15/04/2022", label?: string): SourceRow[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ person_id: `DT${index}`, signed_on: day },
    ...(label === undefined ? {} : { du_lieu_mau: label }),
  }));

describe("a load that would destroy", () => {
  const bed = runTestBed();
  const signal = new AbortController().signal;

  const load = async (
    batchCode: string,
    rows: readonly SourceRow[],
    request: Partial<RunRequest> = {},
  ): Promise<RunSummary> =>
    bed.run({
      ...{ job: certificatesJob, paths: [await bed.folder.write(`${batchCode}.csv`, toCsv(rows))], batchCode },
      ...{ asOf: "2022-06-30", ...request },
    });
  const inForce = async (batchCode: string): Promise<number> => {
    const [row] = await bed.warehouse.query(
      `SELECT count() AS rows FROM mart.fct_certificates WHERE load_id IN (
         SELECT load_id FROM mart.current_loads WHERE load_id IN (SELECT load_id FROM ops.publications WHERE batch_code = {batch:String}))`,
      { params: { batch: batchCode }, schema: z.object({ rows: z.number() }) },
    );
    return row?.rows ?? -1;
  };

  it("is held back where it has fewer than half of the batch's rows, and the ledger and a dry run say so", async () => {
    expect(await load("a", signed(10))).toMatchObject({ status: "published", hold: undefined });
    const rehearsed = await load("a", signed(4), { isDryRun: true });
    expect(rehearsed).toMatchObject({ status: "dry_run", accepted: 4 });
    expect(rehearsed.hold?.sentence.en).toMatch(/4 rows in place of the 10 published: 60 %.*keeps its 10/);
    const held = await load("a", signed(4));
    expect(held.status).toBe("held");
    expect(held.hold?.sentence.vi).toMatch(/4 dòng thay cho 10 dòng.*mất 60 %.*giữ nguyên 10 dòng/);
    expect(held.hold?.remedy.vi).toContain("--accept-shrink");
    expect(await inForce("a")).toBe(10);
    const runs = await listRuns(bed.warehouse, 2);
    expect(runs.map(({ status }) => status)).toEqual(["held", "dry_run"]);
    for (const { message } of runs) expect(message).toBe(held.hold?.sentence.en);
    expect(await load("a", signed(5))).toMatchObject({ status: "published" });
    expect(await load("a", signed(1), { mayShrink: true })).toMatchObject({ status: "published", hold: undefined });
    expect(await inForce("a")).toBe(1);
  });

  it("holds to the share that the job states", async () => {
    const job = { ...certificatesJob, shrinkLimitPercent: 10 };
    await load("share", signed(10), { job });
    expect(await load("share", signed(8), { job })).toMatchObject({ status: "held" });
    expect(await load("share", signed(9), { job })).toMatchObject({ status: "published" });
  });

  it("is held back where all its rows are rejected, whether or not there is a batch, and its rejects can be exported", async () => {
    const bad = signed(3, "31/02/2022");
    const first = await load("b", bad);
    expect(first).toMatchObject({ status: "held", accepted: 0, rejected: 3 });
    expect(first.hold?.sentence.vi).toMatch(/Cả 3 dòng.*không có gì để công bố/);
    expect(await load("b", bad, { mayShrink: true })).toMatchObject({ status: "held" });
    await cleanWarehouse(bed.warehouse, signal);
    expect(
      await exportRejects(bed.warehouse, first.loadId ?? "", bed.folder.path("out.csv"), testConfig.rejectsKey),
    ).toBe(3);

    expect(await load("b", signed(3))).toMatchObject({ status: "published" });
    const later = await load("b", bad);
    expect(later.hold?.sentence.en).toMatch(/All 3 rows.*keeps its 3/);
    expect(await inForce("b")).toBe(3);
    expect(await load("b", bad, { mayShrink: true })).toMatchObject({ status: "published", accepted: 0 });
    expect(await inForce("b")).toBe(0);
  });

  it("is not seen in a batch that was withdrawn, in a sample of another scale, or in real rows in place of a sample", async () => {
    await load("c", signed(10));
    await unloadBatch(bed.warehouse, "c", undefined, signal);
    expect(await load("c", signed(1))).toMatchObject({ status: "published" });

    await load("d", signed(10, "15/04/2022", "mau 1/100"));
    expect(await load("d", signed(5, "16/04/2022", "mau 1/100"))).toMatchObject({ status: "published" });
    expect(await load("d", signed(1, "17/04/2022", "mau 1/500"))).toMatchObject({ status: "published" });
    expect(await load("d", signed(1))).toMatchObject({ status: "published", dataset: "real" });
  });
});
