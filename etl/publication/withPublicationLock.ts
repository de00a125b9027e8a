import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { renderStatement } from "../../warehouse/renderStatement.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import type { WithPublicationLock } from "../job.ts";
import { isProcessGone, type LockOwner, newLockOwner, readLockOwner, writeLockOwner } from "./lockOwner.ts";

const tableAlreadyExists = 57;
const unknownTable = 60;
const pollMilliseconds = 250;

const hasCode = (error: unknown, ...codes: number[]): boolean =>
  error instanceof WarehouseError && codes.includes(error.code);

const heldLock = z.object({ comment: z.string(), is_silent: z.coerce.boolean() });

/**
 * Serialises publishing, whatever the number of processes and machines: the lock is the table ops.publication_lock, which
 * only one CREATE can make; its COMMENT names the owner. An owner is dead when its process is gone (same machine) or when
 * its run has ended or has shown no heartbeat in ops.runs for a minute. A dead owner's lock is renamed to a name of its
 * own: of several that find it dead only one RENAME succeeds, and none can hit the lock of the next owner by mistake.
 */
export const withPublicationLock: WithPublicationLock = async ({ warehouse, runId, signal, onWait }, work) => {
  const owner = newLockOwner(runId);
  let hasWaited = false;
  while (!(await create(warehouse, owner))) {
    const holder = await readHolder(warehouse);
    if (holder === "none") continue;
    if (holder.isDead) {
      await moveAside(warehouse, holder.owner);
      continue;
    }
    if (!hasWaited) onWait?.(holder.owner?.runId ?? "");
    hasWaited = true;
    await sleep(pollMilliseconds, undefined, { signal });
  }
  try {
    return await work();
  } finally {
    await release(warehouse, owner);
  }
};

/** The owner's own words about itself, for statements that must fail once the lock was taken over. */
export const holdsLockCondition = `(SELECT JSONExtractString(comment, 'runId') FROM system.tables
  WHERE database = 'ops' AND name = 'publication_lock') = {run_id:String}`;

const create = async (warehouse: Warehouse, owner: LockOwner): Promise<boolean> => {
  try {
    await warehouse.command(
      renderStatement(
        `CREATE TABLE ops.publication_lock {on_cluster} (nothing UInt8)
         ENGINE = {replicated}MergeTree ORDER BY tuple() COMMENT '${writeLockOwner(owner)}'`,
        warehouse,
      ),
    );
    return true;
  } catch (error) {
    if (hasCode(error, tableAlreadyExists)) return false;
    throw error;
  }
};

type Holder = "none" | { owner: LockOwner | undefined; isDead: boolean };

const readHolder = async (warehouse: Warehouse): Promise<Holder> => {
  // A run without a row, or a lock made by hand, is as old as its table.
  const [lock] = await warehouse.query(
    `WITH JSONExtractString(comment, 'runId') AS owner_run
     SELECT comment,
       if(owner_run IN (SELECT toString(run_id) FROM ops.runs),
          owner_run NOT IN (SELECT toString(run_id) FROM ops.runs FINAL
                            WHERE status = 'running' AND heartbeat_at > now64(3) - INTERVAL 1 MINUTE),
          metadata_modification_time < now() - INTERVAL 1 MINUTE) AS is_silent
     FROM system.tables WHERE database = 'ops' AND name = 'publication_lock'`,
    { schema: heldLock },
  );
  if (lock === undefined) return "none";
  const owner = readLockOwner(lock.comment);
  return { owner, isDead: lock.is_silent || (owner !== undefined && isProcessGone(owner)) };
};

const moveAside = async (warehouse: Warehouse, owner: LockOwner | undefined): Promise<void> => {
  const name = `publication_lock_of_${owner?.lockId.replaceAll("-", "_") ?? "nobody"}`;
  try {
    await warehouse.command(
      renderStatement(`RENAME TABLE ops.publication_lock TO ops.${name} {on_cluster}`, warehouse),
    );
  } catch (error) {
    // Another waiting run was quicker.
    if (!hasCode(error, tableAlreadyExists, unknownTable)) throw error;
    return;
  }
  if (owner === undefined) await dropTable(warehouse, name);
  await dropForgotten(warehouse);
};

/** A lock set aside must outlive every run that may still believe it to be in its place. */
const dropForgotten = async (warehouse: Warehouse): Promise<void> => {
  const tables = await warehouse.query(
    `SELECT name FROM system.tables WHERE database = 'ops' AND match(name, '^publication_lock_of_[0-9a-f_]+$')
       AND metadata_modification_time < now() - INTERVAL 1 DAY`,
    { schema: z.object({ name: z.string() }) },
  );
  for (const { name } of tables) await dropTable(warehouse, name);
};

const dropTable = async (warehouse: Warehouse, name: string): Promise<void> => {
  await warehouse.command(renderStatement(`DROP TABLE IF EXISTS ops.${name} {on_cluster} SYNC`, warehouse));
};

const release = async (warehouse: Warehouse, owner: LockOwner): Promise<void> => {
  const holder = await readHolder(warehouse);
  if (holder === "none" || holder.owner?.lockId !== owner.lockId) return;
  await dropTable(warehouse, "publication_lock");
};
