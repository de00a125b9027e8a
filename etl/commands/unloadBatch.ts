import { randomUUID } from "node:crypto";
import { z } from "zod";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { openRun } from "../ledger/openRun.ts";
import { publishLoad } from "../publication/publishLoad.ts";
import { withPublicationLock } from "../publication/withPublicationLock.ts";
import { newLoadId } from "../run/newLoadId.ts";

const batch = z.object({
  job: z.string(),
  dataset: z.enum(["sample", "real"]),
  sample_scale: z.number(),
  is_withdrawal: z.boolean(),
});

/**
 * Withdraws a batch: from one moment on it has no rows. What was published before stays answerable in the ledger only.
 * @returns the jobs whose batch of that name was withdrawn
 * @throws UserError when no batch of that name is in force
 */
export const unloadBatch = async (
  warehouse: Warehouse,
  batchCode: string,
  jobName: string | undefined,
  signal: AbortSignal,
  now: () => Date = () => new Date(),
): Promise<string[]> => {
  const found = await warehouse.query(
    `SELECT job, toString(dataset) AS dataset, argMax(sample_scale, publication_number) AS sample_scale,
       argMax(is_withdrawal, publication_number) AS is_withdrawal
     FROM ops.publications WHERE batch_code = {batch:String} AND ({job:String} = '' OR job = {job:String})
     GROUP BY job, dataset ORDER BY job`,
    { params: { batch: batchCode, job: jobName ?? "" }, schema: batch },
  );
  const current = found.filter((each) => !each.is_withdrawal);
  if (current.length === 0) {
    throw new UserError(`No batch "${batchCode}" is in force`, { fix: "see the batches with npm run etl -- runs" });
  }
  if (current.length > 1 && jobName === undefined) {
    throw new UserError(`Several jobs have a batch "${batchCode}": ${current.map((each) => each.job).join(", ")}`, {
      fix: "say which with --job",
    });
  }
  for (const { job, dataset, sample_scale } of current) {
    const asOf = now().toISOString().slice(0, 10);
    const runId = randomUUID();
    const run = await openRun(warehouse, { runId, job, batchCode, dataset, asOf, files: [] }, now);
    try {
      const loadId = newLoadId(now());
      await run.update({ loadId });
      await withPublicationLock({ warehouse, runId, signal }, () =>
        publishLoad({
          ...{ warehouse, job, loadId, runId, batchCode, dataset, asOf, signal },
          sampleScale: sample_scale,
          files: [],
          rowCount: 0,
          firstDate: undefined,
          lastDate: undefined,
          isWithdrawal: true,
        }),
      );
      await run.close("published", { message: "withdrawal" });
    } catch (error) {
      await run.close("failed", { message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }
  return current.map((each) => each.job);
};
