import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";
import { type LockTiming, withLock } from "./withLock.ts";

const timing: LockTiming = { waitMilliseconds: 20_000, heartbeatMilliseconds: 100, deadMilliseconds: 1_500 };

describe("withLock", () => {
  let warehouse: TestWarehouse;
  beforeAll(async () => {
    warehouse = await openTestWarehouse({ migrated: false });
    await warehouse.command("CREATE DATABASE ops");
  });
  afterAll(() => warehouse.close());

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
    const results = await Promise.all([1, 2, 3, 4, 5].map((n) => withLock(warehouse, "turn", () => work(n), timing)));
    expect(results).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(1);
  });

  it("is free again after work that fails", async () => {
    const failing = withLock(warehouse, "fails", () => Promise.reject(new Error("no")), timing);
    await expect(failing).rejects.toThrow("no");
    expect(await withLock(warehouse, "fails", async () => "in", { ...timing, waitMilliseconds: 1_000 })).toBe("in");
  });

  it("stays taken while its holder works longer than the dead are given", async () => {
    const slow = withLock(warehouse, "slow", () => sleep(2_500), timing);
    await sleep(200);
    const impatient = withLock(warehouse, "slow", async () => "in", { ...timing, waitMilliseconds: 2_000 });
    await expect(impatient).rejects.toMatchObject({ name: "UserError", message: expect.stringContaining("slow") });
    await slow;
  });

  it("is taken over from a holder that died, by one only", async () => {
    await warehouse.command(
      "CREATE TABLE ops.lock_dead_7 (owner String, beat_at DateTime64(3), is_released Bool) ENGINE = MergeTree ORDER BY beat_at",
    );
    await warehouse.command("INSERT INTO ops.lock_dead_7 VALUES ('gone', now64(3), false)");
    let entered = 0;
    const work = async (): Promise<void> => {
      entered += 1;
      await sleep(200);
    };
    const impatient = { ...timing, waitMilliseconds: 2_500 };
    const start = Date.now();
    await Promise.all([withLock(warehouse, "dead", work, impatient), withLock(warehouse, "dead", work, impatient)]);
    expect(Date.now() - start).toBeGreaterThan(500);
    expect(entered).toBe(2);
    const left = await warehouse.query("SELECT name FROM system.tables WHERE name LIKE 'lock_dead_%' ORDER BY name", {
      schema: z.object({ name: z.string() }),
    });
    expect(left).toEqual([{ name: "lock_dead_9" }]);
  });
});
