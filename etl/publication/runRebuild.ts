import { randomUUID } from "node:crypto";
import { rebuildName } from "../../warehouse/sources/sharedJobs.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { Dataset } from "../job.ts";
import { openRun } from "../ledger/openRun.ts";
import { newLoadId } from "../run/newLoadId.ts";
import { rebuildRollup } from "./rebuildRollup.ts";
import { withPublicationLock } from "./withPublicationLock.ts";

export interface RunRebuildRequest {
  readonly warehouse: Warehouse;
  readonly dataset: Dataset;
  /** YYYY-MM-DD, for the ledger. */
  readonly asOf: string;
  readonly signal: AbortSignal;
  /** Run that holds the publication lock already; left out, the lock is taken and released here. */
  readonly lockedBy?: string;
}

/** `rebuildRollup` as a run of its own in the ledger: what a run without a line there writes is taken for a dead run's. */
export const runRebuild = async (request: RunRebuildRequest): Promise<void> => {
  const { warehouse, dataset, asOf, signal, lockedBy } = request;
  const now = (): Date => new Date();
  const ownRunId = randomUUID();
  const run = await openRun(
    warehouse,
    { runId: ownRunId, job: rebuildName, batchCode: "rollup", asOf, dataset, files: [] },
    now,
  );
  const rebuild = async (runId: string): Promise<void> => {
    const loadId = newLoadId(now());
    await run.update({ loadId });
    await rebuildRollup({ warehouse, dataset, runId, loadId, signal });
  };
  try {
    if (lockedBy === undefined) {
      await withPublicationLock({ warehouse, runId: ownRunId, signal }, () => rebuild(ownRunId));
    } else await rebuild(lockedBy);
    await run.close("published");
  } catch (error) {
    await run.close("failed", { message: error instanceof Error ? error.message : String(error) });
    throw error;
  }
};
