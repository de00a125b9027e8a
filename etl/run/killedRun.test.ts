import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { dosesJob } from "../jobs/doses/dosesJob.ts";
import { etlProgram } from "../testing/etlProgram.ts";
import { aDose, openTestFolder, type TestFolder, testConfig, toCsv, visibleState } from "../testing/runTestBed.ts";
import { runJob } from "./runJob.ts";

const kills = 10;
const rowCount = 4_000;

let warehouse: TestWarehouse;
let folder: TestFolder;
let program: string;

beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await openTestFolder();
  program = await etlProgram();
});
afterAll(async () => {
  await warehouse.close();
  await folder.remove();
});

/** Two states of one batch, with rejected and repeated rows. */
const version = (which: number): string => {
  const rows = Array.from({ length: rowCount }, (_, index) =>
    aDose({
      dose_id: `MT${index % (rowCount - 50)}`,
      person_id: `DT${Math.floor(index / 2)}`,
      dose_number: String((index % 2) + 1),
      injected_on:
        index % 100 === which ? "?" : `${String((index % 28) + 1).padStart(2, "0")}/0${8 + (index % 2)}/2021`,
      entered_at: "05/10/2021",
    }),
  );
  return toCsv(rows);
};

interface Run {
  readonly started: Promise<unknown>;
  readonly ended: Promise<unknown>;
  readonly kill: () => void;
}

/** The command in a process of its own, as an operator runs it. */
const startRun = (path: string): Run => {
  const child = spawn(process.execPath, [program, "run", "doses", path, "--batch", "b", "--as-of", "2022-06-30"], {
    env: {
      ...process.env,
      CLICKHOUSE_URL: warehouse.url,
      CLICKHOUSE_USER: warehouse.user,
      CLICKHOUSE_PASSWORD: warehouse.password,
      ETL_HASH_KEY: "0123456789abcdef".repeat(4),
      ETL_REJECTS_KEY: testConfig.rejectsKey,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const started = Promise.race([new Promise((resolve) => child.stderr.once("data", resolve)), ended]);
  return { started, ended, kill: () => child.kill("SIGKILL") };
};

it(`killed at ${kills} random moments, the same command again gives the result of an undisturbed run`, async () => {
  const paths = [await folder.write("one.csv", version(1)), await folder.write("two.csv", version(2))] as const;
  const load = (path: string) =>
    runJob({ job: dosesJob, paths: [path], batchCode: "b", asOf: "2022-06-30" }, { warehouse, config: testConfig });
  // The undisturbed results. Their rejects name their file, so that the two differ there too.
  await load(paths[0]);
  const undisturbed = [await visibleState(warehouse)];
  const started = Date.now();
  await load(paths[1]);
  const duration = Date.now() - started;
  undisturbed.push(await visibleState(warehouse));
  expect(undisturbed[0]).not.toBe(undisturbed[1]);

  const moments: number[] = [];
  let hit = 0;
  for (let kill = 0; kill < kills; kill++) {
    const target = kill % 4 < 2 ? 0 : 1;
    const path = paths[target];
    const run = startRun(path);
    await run.started;
    const moment = Math.round(((kill + Math.random()) / kills) * duration * 1.1);
    moments.push(moment);
    await sleep(moment);
    run.kill();
    await run.ended;
    // Between the kill and the next run: one state or the other, whole.
    const after = await visibleState(warehouse);
    expect(undisturbed, `after a kill at ${moment} ms`).toContain(after);
    if (after !== undisturbed[target]) hit++;
    // Every other time the command is killed once more before it may finish.
    if (kill % 2 === 0) continue;
    await load(path);
    expect(await visibleState(warehouse), `killed at ${moments.slice(-2).join(" and ")} ms, run again`).toBe(
      undisturbed[target],
    );
  }
  expect(hit, `moments ${moments.join(", ")} ms of ${duration} ms: too many came after the end`).toBeGreaterThanOrEqual(
    3,
  );
  const [left] = await warehouse.query(
    `SELECT (SELECT count() FROM system.tables WHERE database = 'landing' AND startsWith(name, 'load_')) AS tables,
       (SELECT uniqExact(load_id) FROM mart.fct_doses WHERE load_id NOT IN (SELECT load_id FROM ops.publications)) AS loads,
       (SELECT count() FROM ops.runs FINAL WHERE status = 'running') AS running`,
    { schema: z.object({ tables: z.number(), loads: z.number(), running: z.number() }) },
  );
  expect(left).toEqual({ tables: 0, loads: 0, running: 0 });
}, 180_000);
