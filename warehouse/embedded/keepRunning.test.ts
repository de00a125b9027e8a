import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openWarehouse } from "../client.ts";
import { parseWarehouseConfig } from "../config.ts";
import type { UserError } from "../UserError.ts";
import type { Warehouse } from "../Warehouse.ts";
import { MAX_DEATHS } from "./keepRunning.ts";
import { findRunning } from "./runningEngine.ts";

let dataDir: string;
let warehouse: Warehouse;
let interrupted: AbortController;
let lost: UserError | undefined;
let told: string[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "keep-running-"));
  interrupted = new AbortController();
  lost = undefined;
  told = [];
  warehouse = await openWarehouse(parseWarehouseConfig({ DATA_DIR: dataDir }), {
    report: (line) => told.push(line),
    onLost: (error) => {
      lost = error;
    },
    signal: interrupted.signal,
  });
});
afterEach(async () => {
  await warehouse.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const kill = async (): Promise<number> => {
  const running = await findRunning(dataDir);
  if (!running) throw new Error("No engine runs.");
  process.kill(running.pid, "SIGKILL");
  await expect.poll(() => findRunning(dataDir), { timeout: 5000 }).toBeUndefined();
  return running.pid;
};
const back = (): Promise<unknown> =>
  expect.poll(() => findRunning(dataDir), { timeout: 60_000, interval: 50 }).toBeDefined();
const count = (): Promise<{ n: number }[]> =>
  warehouse.query("SELECT count() AS n FROM kept", { schema: z.object({ n: z.number() }) });

test("an engine that is killed comes back with its data at the same address, and every client with it", async () => {
  await warehouse.command("CREATE TABLE kept (a UInt8) ORDER BY a");
  await warehouse.command("INSERT INTO kept VALUES (1), (2)");
  const client = createClient({ url: warehouse.url, username: warehouse.user, password: warehouse.password });
  await client.ping();
  const pid = await kill();
  await expect(count()).rejects.toMatchObject({
    code: 0,
    message: expect.stringMatching(/connection to ClickHouse failed/),
  });
  // Another process of the same folder finds it too.
  await back();
  expect(await findRunning(dataDir)).toMatchObject({
    url: warehouse.url,
    user: warehouse.user,
    password: warehouse.password,
  });
  const other = await openWarehouse(parseWarehouseConfig({ DATA_DIR: dataDir }));
  await other.command("INSERT INTO kept VALUES (3)");
  await other.close();
  expect(await count()).toEqual([{ n: 3 }]);
  expect(await (await client.query({ query: "SELECT max(a) AS a FROM kept", format: "JSONEachRow" })).json()).toEqual([
    { a: 3 },
  ]);
  await client.close();
  expect(told).toEqual([
    `the warehouse process ${pid} ended (killed); starting it again`,
    expect.stringMatching(/^the warehouse is back after \d+ ms/),
  ]);
});

test("one that keeps dying is given up, with what to do", async () => {
  for (let death = 1; death <= MAX_DEATHS; death++) {
    expect(lost).toBeUndefined();
    await kill();
    if (death < MAX_DEATHS) await back();
  }
  await expect.poll(() => lost?.message, { timeout: 5000 }).toMatch(/ended 4 times within 60 seconds/);
  expect(lost?.fix).toMatch(/then start again/);
});

test("an end that was asked for is no death", async () => {
  interrupted.abort();
  await kill();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(told).toEqual([]);
  expect(await findRunning(dataDir)).toBeUndefined();
});
