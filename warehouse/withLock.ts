import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { renderStatement } from "./renderStatement.ts";
import { UserError } from "./UserError.ts";
import type { Warehouse } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

const tableAlreadyExists = 57;
const unknownTable = 60;

export interface LockTiming {
  /** Give up after waiting this long. */
  waitMilliseconds: number;
  heartbeatMilliseconds: number;
  /** A holder that has been silent this long is dead. */
  deadMilliseconds: number;
}

export const lockTiming: LockTiming = {
  waitMilliseconds: 120_000,
  heartbeatMilliseconds: 2_000,
  deadMilliseconds: 10_000,
};

const generation = z.object({ number: z.number() });
const state = z.object({ is_free: z.coerce.boolean() });

const hasCode = (error: unknown, code: number): boolean => error instanceof WarehouseError && error.code === code;

/**
 * Runs `work` while no other process runs anything under the same lock `name` (a plain lower-case word).
 *
 * Only CREATE TABLE is atomic in ClickHouse, so the lock is a line of tables `ops.lock_<name>_<n>`: the highest number
 * holds it, its rows are heartbeats, and a last row releases it. Whoever finds it released or dead creates number n + 1;
 * only one can. The highest table always stays, so that numbers never start again under a waiting process.
 * @throws UserError when the lock stays taken
 */
export const withLock = async <T>(
  warehouse: Warehouse,
  name: string,
  work: () => Promise<T>,
  timing: LockTiming = lockTiming,
): Promise<T> => {
  if (!/^[a-z_]+$/.test(name)) throw new TypeError(`not a lock name: ${name}`);
  const prefix = `lock_${name}_`;
  const owner = randomUUID();
  const target = { ...warehouse };
  const table = (number: number): string => `ops.${prefix}${number}`;
  const ddl = (template: string): Promise<unknown> => warehouse.command(renderStatement(template, target));

  const newest = async (): Promise<number> => {
    const rows = await warehouse.query(
      `SELECT max(toUInt32OrZero(substring(name, length({prefix:String}) + 1))) AS number
       FROM system.tables WHERE database = 'ops' AND startsWith(name, {prefix:String})`,
      { params: { prefix }, schema: generation },
    );
    return rows[0]?.number ?? 0;
  };

  const beat = (number: number, isReleased: boolean): Promise<unknown> =>
    warehouse.command(`INSERT INTO ${table(number)} SELECT {owner:String}, now64(3), {released:Bool}`, {
      params: { owner, released: isReleased },
    });

  const isFree = async (number: number): Promise<boolean> => {
    if (number === 0) return true;
    const rows = await warehouse.query(
      `SELECT maxOrDefault(is_released) OR greatest(
         maxOrDefault(beat_at),
         (SELECT toDateTime64(max(metadata_modification_time), 3) FROM system.tables WHERE database = 'ops' AND name = {table:String})
       ) < now64(3) - toIntervalMillisecond({dead:UInt32}) AS is_free
       FROM ${table(number)}`,
      { params: { table: `${prefix}${number}`, dead: timing.deadMilliseconds }, schema: state },
    );
    return rows[0]?.is_free ?? false;
  };

  /** The number of the lock now held, or undefined while another holds it. */
  const take = async (): Promise<number | undefined> => {
    try {
      const current = await newest();
      if (!(await isFree(current))) return undefined;
      const mine = current + 1;
      await ddl(`CREATE TABLE ${table(mine)} {on_cluster} (owner String, beat_at DateTime64(3), is_released Bool)
        ENGINE = {replicated}MergeTree ORDER BY beat_at`);
      if ((await newest()) !== mine) return undefined;
      await beat(mine, false);
      await ddl(`DROP TABLE IF EXISTS ${table(mine - 1)} {on_cluster} SYNC`);
      return mine;
    } catch (error) {
      if (hasCode(error, tableAlreadyExists) || hasCode(error, unknownTable)) return undefined;
      throw error;
    }
  };

  const deadline = Date.now() + timing.waitMilliseconds;
  let held = await take();
  while (held === undefined) {
    if (Date.now() > deadline) {
      throw new UserError(`Another process has held the lock "${name}" for ${timing.waitMilliseconds / 1000} s`, {
        fix: "wait until it has ended, or end it, then run the same command again",
      });
    }
    await sleep(200);
    held = await take();
  }
  const number = held;
  const heartbeat = setInterval(() => void beat(number, false).catch(() => undefined), timing.heartbeatMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await beat(number, true).catch(() => undefined);
  }
};
