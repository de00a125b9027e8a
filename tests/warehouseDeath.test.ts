import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_DEATHS } from "../warehouse/embedded/keepRunning.ts";
import { findRunning } from "../warehouse/embedded/runningEngine.ts";
import { newDataDir, type RunningProduct, startProduct } from "./startProduct.ts";

/** The tests build on one another: one start serves them all. */
const TIMEOUT = 180_000;
const empty = { SAMPLE_SCALE: "0" };
let dataDir: string;
let product: RunningProduct;
beforeAll(async () => {
  dataDir = await newDataDir();
  product = await startProduct(dataDir, empty);
}, TIMEOUT);
afterAll(async () => {
  await product?.dispose();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const health = async (): Promise<{ status: number; text: string }> => {
  const answer = await fetch(new URL("/api/health", product.url));
  return { status: answer.status, text: await answer.text() };
};
const measure = async (): Promise<number> => {
  const query = encodeURIComponent(JSON.stringify({ measures: ["vaccination.doses_recorded"] }));
  return (await fetch(new URL(`/cubejs-api/v1/load?query=${query}`, product.url))).status;
};
const killWarehouse = async (): Promise<void> => {
  const running = await findRunning(dataDir);
  if (running) process.kill(running.pid, "SIGKILL");
  await expect.poll(() => findRunning(dataDir), { timeout: 10_000 }).toBeUndefined();
};
const isBack = (): Promise<unknown> => expect.poll(async () => (await health()).status, { timeout: 60_000 }).toBe(200);

it(
  "refuses a second start on its folder, with its own address and what to do",
  async () => {
    const second = startProduct(dataDir, empty);
    await expect(second).rejects.toThrow(
      new RegExp(`The product already runs on ${dataDir}: ${product.url} \\(process \\d+\\)\\nfix: .*DATA_DIR=`),
    );
    expect((await health()).status).toBe(200);
  },
  TIMEOUT,
);

it(
  "starts a killed warehouse again; until then readers are told so, and after it other terminals find it",
  async () => {
    expect(await measure()).toBe(200);
    await killWarehouse();
    expect(await health()).toMatchObject({ status: 503, text: expect.stringMatching(/The warehouse does not answer/) });
    await isBack();
    expect(await measure()).toBe(200);
    const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "warehouse", "--", "status"], {
      cwd: join(import.meta.dirname, ".."),
      env: { ...process.env, DATA_DIR: dataDir },
    });
    expect(stdout).toContain((await findRunning(dataDir))?.url ?? "an address");
  },
  TIMEOUT,
);

it(
  "ends with an exit code that a supervisor sees when the warehouse keeps dying",
  async () => {
    // On a busy machine the first deaths may be too long ago to count by the time of the last.
    for (let death = 1; death <= 3 * MAX_DEATHS; death++) {
      await killWarehouse();
      const ended = await Promise.race([
        product.exited,
        isBack().then(
          () => undefined,
          () => undefined,
        ),
      ]);
      if (ended !== undefined) break;
    }
    expect(await product.exited).toBe(1);
    expect(product.log()).toMatch(/ended 4 times within 60 seconds.*\nfix: /);
  },
  TIMEOUT,
);
