import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { holdsLock, withLock } from "../../warehouse/withLock.ts";
import type { WithPublicationLock } from "../job.ts";

const name = "publication";
const timing = { heartbeatMilliseconds: 5_000, deadMilliseconds: 60_000 };

const ended = z.object({ has_ended: z.coerce.boolean() });

/** What the ledger says; a run that it does not know has not ended. */
const hasEnded = async (warehouse: Warehouse, runId: string): Promise<boolean> => {
  const [row] = await warehouse.query(
    "SELECT count() > 0 AS has_ended FROM ops.runs FINAL WHERE toString(run_id) = {run:String} AND status != 'running'",
    { params: { run: runId }, schema: ended },
  );
  return row?.has_ended ?? false;
};

/** Serialises publishing, whatever the number of processes and machines. */
export const withPublicationLock: WithPublicationLock = (request, work) =>
  withLock({ ...request, name, timing, hasEnded: (runId) => hasEnded(request.warehouse, runId) }, work);

/** SQL for statements that must do nothing once the lock was taken over; takes {run_id:String}. */
export const holdsLockCondition = holdsLock(name, "{run_id:String}");
