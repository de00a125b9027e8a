import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { isProcessGone, type LockOwner, newLockOwner, readLockOwner, writeLockOwner } from "./lockOwner.ts";
import { renderStatement } from "./renderStatement.ts";
import { UserError } from "./UserError.ts";
import type { Warehouse } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

const tableAlreadyExists = 57;
const unknownTable = 60;
const pollMilliseconds = 200;

export interface LockTiming {
  /** Give up after waiting this long. Undefined: wait as long as it takes. */
  readonly waitMilliseconds?: number;
  readonly heartbeatMilliseconds: number;
  /** An owner that has been silent this long is dead. */
  readonly deadMilliseconds: number;
}

export interface LockRequest {
  readonly warehouse: Warehouse;
  /** A plain lower-case word; the lock is the table `ops.<name>_lock`. */
  readonly name: string;
  /** The run that the lock is taken for. */
  readonly runId: string;
  readonly timing: LockTiming;
  readonly signal?: AbortSignal;
  /** Called once when another owner holds the lock, with that owner's run ('' if it has none). */
  readonly onWait?: (ownerRunId: string) => void;
  /** True for a run that is known to have ended, though its process may still be there. */
  readonly hasEnded?: (runId: string) => Promise<boolean>;
}

/** SQL: true while the run holds the lock, for statements that must do nothing once it was taken over. @param runId SQL */
export const holdsLock = (name: string, runId: string): string =>
  `(SELECT JSONExtractString(comment, 'runId') FROM system.tables WHERE database = 'ops' AND name = '${name}_lock') = ${runId}`;

const hasCode = (error: unknown, ...codes: number[]): boolean =>
  error instanceof WarehouseError && codes.includes(error.code);

const heldLock = z.object({ comment: z.string(), is_silent: z.coerce.boolean() });
const heard = z.object({ is_silent: z.coerce.boolean() });

type Holder =
  | "none"
  | {
      readonly owner: LockOwner | undefined;
      readonly isDead: boolean;
      /** Its run is over: it will release the lock at once, unless it was stopped right then. */
      readonly isReleasing?: boolean;
    };

/** An owner's release must not meet the lock of the next one. */
const releaseMilliseconds = 2_000;

const readLock = async ({
  warehouse,
  name,
  timing,
}: LockRequest): Promise<{ owner: LockOwner | undefined; is_silent: boolean } | undefined> => {
  const [lock] = await warehouse.query(
    `SELECT comment, metadata_modification_time < now64(3) - toIntervalMillisecond({dead:UInt32}) AS is_silent
     FROM system.tables WHERE database = 'ops' AND name = {table:String}`,
    { params: { table: `${name}_lock`, dead: timing.deadMilliseconds }, schema: heldLock },
  );
  return lock && { owner: readLockOwner(lock.comment), is_silent: lock.is_silent };
};

const readHolder = async (request: LockRequest): Promise<Holder> => {
  const { warehouse, name, timing, hasEnded } = request;
  const lock = await readLock(request);
  if (lock === undefined) return "none";
  const { owner } = lock;
  // A table made by hand is as old as it says.
  if (owner === undefined) return { owner, isDead: lock.is_silent };
  if (isProcessGone(owner)) return { owner, isDead: true };
  if (await hasEnded?.(owner.runId)) return { owner, isDead: true, isReleasing: true };
  if (!lock.is_silent) return { owner, isDead: false };
  try {
    const [beats] = await warehouse.query(
      `SELECT maxOrDefault(beat_at) < now64(3) - toIntervalMillisecond({dead:UInt32}) AS is_silent
       FROM ops.${name}_lock WHERE lock_id = {lock:String}`,
      { params: { dead: timing.deadMilliseconds, lock: owner.lockId }, schema: heard },
    );
    return { owner, isDead: beats?.is_silent ?? true };
  } catch (error) {
    if (hasCode(error, unknownTable)) return "none";
    throw error;
  }
};

const create = async ({ warehouse, name }: LockRequest, owner: LockOwner): Promise<boolean> => {
  try {
    await warehouse.command(
      renderStatement(
        `CREATE TABLE ops.${name}_lock {on_cluster} (lock_id String, beat_at DateTime64(3))
         ENGINE = {replicated}MergeTree ORDER BY beat_at COMMENT '${writeLockOwner(owner)}'`,
        warehouse,
      ),
    );
    return true;
  } catch (error) {
    if (hasCode(error, tableAlreadyExists)) return false;
    throw error;
  }
};

const dropTable = async (warehouse: Warehouse, name: string): Promise<void> => {
  await warehouse.command(renderStatement(`DROP TABLE IF EXISTS ops.${name} {on_cluster} SYNC`, warehouse));
};

/** A lock set aside must outlive every run that may still believe it to be in its place. */
const dropForgotten = async ({ warehouse, name }: LockRequest): Promise<void> => {
  const tables = await warehouse.query(
    `SELECT name FROM system.tables WHERE database = 'ops' AND match(name, concat('^', {table:String}, '_of_[0-9a-f_]+$'))
       AND metadata_modification_time < now() - INTERVAL 1 DAY`,
    { params: { table: `${name}_lock` }, schema: z.object({ name: z.string() }) },
  );
  for (const table of tables) await dropTable(warehouse, table.name);
};

const moveAside = async (request: LockRequest, owner: LockOwner | undefined): Promise<void> => {
  const { warehouse, name } = request;
  const aside = `${name}_lock_of_${owner?.lockId.replaceAll("-", "_") ?? "nobody"}`;
  try {
    await warehouse.command(renderStatement(`RENAME TABLE ops.${name}_lock TO ops.${aside} {on_cluster}`, warehouse));
  } catch (error) {
    // Another waiting process was quicker.
    if (!hasCode(error, tableAlreadyExists, unknownTable)) throw error;
    return;
  }
  if (owner === undefined) await dropTable(warehouse, aside);
  await dropForgotten(request);
};

const release = async (request: LockRequest, owner: LockOwner): Promise<void> => {
  const held = await readLock(request);
  if (held?.owner?.lockId !== owner.lockId) return;
  await dropTable(request.warehouse, `${request.name}_lock`);
};

const take = async (request: LockRequest, owner: LockOwner): Promise<void> => {
  const { name, timing, signal, onWait } = request;
  const deadline = Date.now() + (timing.waitMilliseconds ?? Number.POSITIVE_INFINITY);
  let hasWaited = false;
  let releasing = { lockId: "", since: 0 };
  while (!(await create(request, owner))) {
    const holder = await readHolder(request);
    if (holder === "none") continue;
    if (holder.isReleasing && holder.owner !== undefined) {
      const { lockId } = holder.owner;
      if (releasing.lockId !== lockId) releasing = { lockId, since: Date.now() };
      if (Date.now() - releasing.since < releaseMilliseconds) {
        await sleep(pollMilliseconds, undefined, { signal });
        continue;
      }
    }
    if (holder.isDead) {
      await moveAside(request, holder.owner);
      continue;
    }
    if (Date.now() > deadline) {
      throw new UserError(
        `Another process has held the lock "${name}" for ${(timing.waitMilliseconds ?? 0) / 1000} s`,
        {
          fix: "wait until it has ended, or end it, then run the same command again",
        },
      );
    }
    if (!hasWaited) onWait?.(holder.owner?.runId ?? "");
    hasWaited = true;
    await sleep(pollMilliseconds, undefined, { signal });
  }
};

/**
 * Runs `work` while no other process on any machine runs anything under the same lock.
 *
 * Only CREATE TABLE is atomic in ClickHouse, so the lock is a table: whoever creates it holds it. Its COMMENT names the owner,
 * its rows are the owner's heartbeats. An owner is dead when its process is gone (same machine), when its run is known to have
 * ended, or when it has been silent too long. A dead owner's lock is renamed to a name of its own: of several that find it dead
 * only one RENAME succeeds, and none can hit the lock of the next owner by mistake.
 * @throws UserError when the lock stays taken for longer than `timing` allows
 */
export const withLock = async <T>(request: LockRequest, work: () => Promise<T>): Promise<T> => {
  const { warehouse, name, runId, timing } = request;
  if (!/^[a-z]+$/.test(name)) throw new TypeError(`not a lock name: ${name}`);
  const owner = newLockOwner(runId);
  await take(request, owner);
  const beat = (): Promise<unknown> =>
    warehouse
      .command(`INSERT INTO ops.${name}_lock SELECT {lock:String}, now64(3)`, { params: { lock: owner.lockId } })
      .catch(() => undefined);
  await beat();
  const heartbeat = setInterval(() => void beat(), timing.heartbeatMilliseconds);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    // What the work says counts; a lock that cannot be released is found dead by the next who wants it.
    await release(request, owner).catch(() => undefined);
  }
};
