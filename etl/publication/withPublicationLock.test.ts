import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import {
  insertFacts,
  neverAborted,
  publishTestLoad,
  readRollup,
  type TestLoad,
} from "../testing/publicationTestBed.ts";
import { withPublicationLock } from "./withPublicationLock.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

const hold = (work: () => Promise<void>, runId = randomUUID(), onWait?: (owner: string) => void) =>
  withPublicationLock({ warehouse, runId, signal: neverAborted, ...(onWait && { onWait }) }, work);

const lockTables = async (): Promise<string[]> =>
  (
    await warehouse.query("SELECT name FROM system.tables WHERE database = 'ops' AND name LIKE 'publication_lock%'", {
      schema: z.object({ name: z.string() }),
    })
  ).map((table) => table.name);

/** A process of its own that holds the lock; resolves when it does. */
const spawnHolder = async (runId: string) => {
  const script = fileURLToPath(new URL("../testing/holdLockForever.ts", import.meta.url));
  const holder = spawn(process.execPath, ["--import", "tsx", script, runId], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      CLICKHOUSE_URL: warehouse.url,
      CLICKHOUSE_USER: warehouse.user,
      CLICKHOUSE_PASSWORD: warehouse.password,
    },
  });
  await once(holder.stdout, "data");
  return holder;
};

const writeRun = (runId: string, status: string, heartbeatAge: string): Promise<unknown> =>
  warehouse.command(
    `INSERT INTO ops.runs (run_id, job, status, heartbeat_at) SELECT {run:UUID}, 'doses', {status:String}, now64(3) - INTERVAL ${heartbeatAge}`,
    { params: { run: runId, status } },
  );

describe("withPublicationLock", () => {
  it("lets only one run work at a time, and shows the others whom they wait for", async () => {
    const first = randomUUID();
    const waitedFor: string[] = [];
    let working = 0;
    const work = async (): Promise<void> => {
      working += 1;
      expect(working).toBe(1);
      await sleep(30);
      working -= 1;
    };
    let others: Promise<unknown> = Promise.resolve();
    await hold(async () => {
      others = Promise.all(Array.from({ length: 4 }, () => hold(work, randomUUID(), (owner) => waitedFor.push(owner))));
      await work();
      await sleep(300);
      expect(working).toBe(0);
    }, first);
    await others;
    expect(waitedFor).toContain(first);
    expect(await lockTables()).toEqual([]);
  });

  it("releases the lock when the work fails", async () => {
    await expect(hold(() => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full");
    await expect(hold(() => Promise.resolve())).resolves.toBeUndefined();
  });

  it("stops waiting when the run is aborted", async () => {
    await hold(async () => {
      const signal = AbortSignal.timeout(100);
      await expect(
        withPublicationLock({ warehouse, runId: randomUUID(), signal }, () => Promise.resolve()),
      ).rejects.toThrow();
    });
  });

  it("takes the lock of a killed process over at once, and only one of many does", { timeout: 30_000 }, async () => {
    const dead = randomUUID();
    const holder = await spawnHolder(dead);
    await writeRun(dead, "running", "0 SECOND");
    holder.kill("SIGKILL");
    await once(holder, "exit");
    let working = 0;
    const work = async (): Promise<void> => {
      working += 1;
      expect(working).toBe(1);
      await sleep(20);
      working -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => hold(work)));
    expect(await lockTables()).not.toContain("publication_lock");
  });

  it("waits for a living process of this machine, whose run shows a heartbeat", { timeout: 30_000 }, async () => {
    const alive = randomUUID();
    const holder = await spawnHolder(alive);
    await writeRun(alive, "running", "0 SECOND");
    const signal = AbortSignal.timeout(800);
    await expect(
      withPublicationLock({ warehouse, runId: randomUUID(), signal }, () => Promise.resolve()),
    ).rejects.toThrow();
    // Ended, says the ledger, though the process is still there.
    await writeRun(alive, "failed", "-1 SECOND");
    await expect(hold(() => Promise.resolve())).resolves.toBeUndefined();
    holder.kill("SIGKILL");
  });

  it("publishes nothing for a run that lost the lock", async () => {
    const load: TestLoad = {
      job: "administered",
      batchCode: "lost",
      loadId: 7,
      dataset: "real",
      rows: [
        {
          place_key: 63200001,
          report_date: "2022-03-01",
          dose_number: 0,
          cumulative_doses: 5,
          file_name: "f",
          row_number: 1,
        },
      ],
    };
    const [loser, thief] = [randomUUID(), randomUUID()];
    await insertFacts(warehouse, { ...load, rows: [] });
    const publishing = hold(async () => {
      await warehouse.command("DROP TABLE ops.publication_lock SYNC");
      await hold(async () => {
        const { publishLoad } = await import("./publishLoad.ts");
        const request = {
          ...load,
          warehouse,
          loadId: "7",
          runId: loser,
          sampleScale: 1,
          files: [],
          asOf: "2022-06-30",
        };
        await publishLoad({
          ...request,
          rowCount: 1,
          firstDate: undefined,
          lastDate: undefined,
          isWithdrawal: false,
          signal: neverAborted,
        });
      }, thief);
    }, loser);
    await expect(publishing).rejects.toThrow(/no longer holds the publication lock/);
    expect(await readRollup(warehouse, "real", "province")).toEqual([]);
    await publishTestLoad(warehouse, load);
    expect(await readRollup(warehouse, "real", "province")).toHaveLength(1);
  });
});
