import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { writeLockOwner } from "./lockOwner.ts";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";
import { type LockRequest, type LockTiming, withLock } from "./withLock.ts";

const timing: LockTiming = { waitMilliseconds: 20_000, heartbeatMilliseconds: 100, deadMilliseconds: 1_500 };

describe("withLock", () => {
  let warehouse: TestWarehouse;
  beforeAll(async () => {
    warehouse = await openTestWarehouse({ migrated: false });
    await warehouse.command("CREATE DATABASE ops");
  });
  afterAll(() => warehouse.close());

  type Options = Partial<LockTiming> & Pick<LockRequest, "signal" | "onWait" | "hasEnded">;
  const lock = <T>(name: string, work: () => Promise<T>, options: Options = {}): Promise<T> =>
    withLock({ warehouse, name, runId: randomUUID(), timing: { ...timing, ...options }, ...options }, work);

  it("lets one in at a time, gives back what the work gives, and all get in", async () => {
    let inside = 0;
    let most = 0;
    const work = async (value: number): Promise<number> => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(20);
      inside -= 1;
      return value;
    };
    const results = await Promise.all([1, 2, 3, 4, 5].map((n) => lock("turn", () => work(n))));
    expect(results).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(1);
  });

  it("is free again after work that fails", async () => {
    const failing = lock("fails", () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(await lock("fails", async () => "in", { waitMilliseconds: 1_000 })).toBe("in");
  });

  it("stays taken while its holder works longer than the dead are given", async () => {
    const slow = lock("slow", () => sleep(2_500));
    await sleep(200);
    const impatient = lock("slow", async () => "in", { waitMilliseconds: 2_000 });
    await expect(impatient).rejects.toMatchObject({ name: "UserError", message: expect.stringContaining("slow") });
    await slow;
  });

  /** A lock whose owner ran on another machine, and how long ago it was last heard of. */
  const leave = async (name: string, runId: string, heardOf: string): Promise<void> => {
    const owner = { lockId: randomUUID(), runId, host: "elsewhere", pid: 1 };
    await warehouse.command(
      `CREATE TABLE ops.${name}_lock (lock_id String, beat_at DateTime64(3)) ENGINE = MergeTree ORDER BY beat_at
       COMMENT '${writeLockOwner(owner)}'`,
    );
    await warehouse.command(`INSERT INTO ops.${name}_lock SELECT {lock:String}, now64(3) - INTERVAL ${heardOf}`, {
      params: { lock: owner.lockId },
    });
  };
  const locksLeft = (name: string): Promise<{ name: string }[]> =>
    warehouse.query(
      "SELECT replaceRegexpOne(name, '_of_.*', '_of_dead') AS name FROM system.tables WHERE database = 'ops' AND startsWith(name, {name:String})",
      { params: { name: `${name}_lock` }, schema: z.object({ name: z.string() }) },
    );

  it("is taken over from a holder that died, by one only", async () => {
    await leave("dead", "gone", "0 SECOND");
    let entered = 0;
    let inside = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      expect(inside).toBe(1);
      entered += 1;
      await sleep(200);
      inside -= 1;
    };
    const start = Date.now();
    await Promise.all([lock("dead", work), lock("dead", work)]);
    expect(Date.now() - start).toBeGreaterThan(500);
    expect(entered).toBe(2);
    expect(await locksLeft("dead")).toEqual([{ name: "dead_lock_of_dead" }]);
  });

  it("is taken over at once from a run that has ended, and says whom it waited for", async () => {
    await leave("ended", "finished", "0 SECOND");
    const waitedFor: string[] = [];
    const options = { deadMilliseconds: 600_000, onWait: (runId: string) => void waitedFor.push(runId) };
    expect(await lock("ended", async () => "in", { ...options, hasEnded: async (runId) => runId === "finished" })).toBe(
      "in",
    );
    expect(waitedFor).toEqual([]);
    await leave("alive", "working", "0 SECOND");
    const signal = AbortSignal.timeout(500);
    await expect(lock("alive", async () => "in", { ...options, signal })).rejects.toThrow();
    expect(waitedFor).toEqual(["working"]);
  });
});
