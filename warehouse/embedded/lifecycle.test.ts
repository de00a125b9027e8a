import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EngineFixture, engineFixture } from "../testing/engineFixture.ts";
import { findRunning } from "./runningEngine.ts";
import { startEmbedded } from "./startEmbedded.ts";

let fixture: EngineFixture;
beforeAll(async () => {
  fixture = await engineFixture();
  await fixture.post("CREATE DATABASE mart");
  await fixture.post("CREATE TABLE mart.t (a UInt64) ORDER BY a");
});
afterAll(() => fixture.close());

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("a running engine can be found, by its owner only", async () => {
  const { url, user, password, pid } = fixture.engine;
  expect(await findRunning(fixture.dataDir)).toMatchObject({ url, user, password, pid });
  expect((await stat(join(fixture.dataDir, "warehouse.json"))).mode & 0o777).toBe(0o600);
});

test("a second process on the folder is told who has it", async () => {
  const second = startEmbedded({ dataDir: fixture.dataDir, log: "ignore" });
  await expect(second).rejects.toThrow(new RegExp(`open in process ${fixture.engine.pid} .*fix:`));
  expect((await fixture.post("SELECT 1")).text).toBe("1\n");
});

test("kill -9 loses nothing that was acknowledged, and the next start is clean", async () => {
  let acknowledged = 0;
  const writer = (async () => {
    for (let i = 0; ; i++) {
      const body = `${Array.from({ length: 100 }, (_, row) => i * 100 + row).join("\n")}\n`;
      const { status } = await fixture.post("INSERT INTO mart.t FORMAT CSV", {}, { body });
      if (status === 200) acknowledged += 100;
    }
  })();
  await delay(1000);
  process.kill(fixture.engine.pid, "SIGKILL");
  await writer.catch(() => undefined);
  await fixture.engine.exited;
  expect(acknowledged).toBeGreaterThan(0);
  expect(await findRunning(fixture.dataDir)).toBeUndefined();
  await writeFile(join(fixture.dataDir, "clickhouse-pipes", "spool-left"), "x");

  await fixture.restart();
  const found = Number((await fixture.post("SELECT count() FROM mart.t")).text);
  // One insert may have been stored without its answer having gone out.
  expect([acknowledged, acknowledged + 100]).toContain(found);
  expect(await readdir(join(fixture.dataDir, "clickhouse-pipes"))).not.toContain("spool-left");
  expect(await findRunning(fixture.dataDir)).toMatchObject({ pid: fixture.engine.pid });
});

test("SIGTERM: what runs finishes, what is new is refused, and the process ends with 0", async () => {
  const running = fixture.post("SELECT sleep(1.5), 'finished'");
  await delay(300);
  process.kill(fixture.engine.pid, "SIGTERM");
  await delay(200);
  const late = await fixture.post("SELECT 1").catch(() => ({ status: 0 }));
  expect([0, 503]).toContain(late.status);
  expect((await running).text).toBe("0\tfinished\n");
  expect(await fixture.engine.exited).toBe(0);
  expect(await findRunning(fixture.dataDir)).toBeUndefined();
  await expect(readFile(join(fixture.dataDir, "warehouse.json"))).rejects.toThrow(/ENOENT/);
  await fixture.restart();
});

test("SIGTERM: past the grace period statements are killed", async () => {
  await fixture.engine.stop();
  const options = {
    dataDir: fixture.dataDir,
    password: "test",
    log: "ignore",
    env: { EMBEDDED_GRACE_MS: "300" },
  } as const;
  fixture.engine = await startEmbedded(options);
  const endless = fixture.post("SELECT count() FROM numbers(1e12) WHERE NOT ignore(sipHash64(number))");
  await delay(300);
  process.kill(fixture.engine.pid, "SIGTERM");
  expect((await endless).text).toMatch(/^Code: 236\..*stopping/);
  expect(await fixture.engine.exited).toBe(0);
  await fixture.restart();
});

/** Runs a script that starts an engine on the fixture's folder and prints its pid. */
async function startedBy(detached: boolean): Promise<{ parent: ReturnType<typeof spawn>; pid: number }> {
  const start = fileURLToPath(new URL("./startEmbedded.ts", import.meta.url));
  const script = `import { startEmbedded } from ${JSON.stringify(start)};
    const engine = await startEmbedded({ dataDir: ${JSON.stringify(fixture.dataDir)}, password: "test", log: "ignore", detached: ${detached} });
    process.stdout.write(String(engine.pid));
    setInterval(() => {}, 1000);`;
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const args = ["--import", tsx, "--input-type=module", "-e", script];
  const parent = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const [pid] = await once(parent.stdout, "data");
  return { parent, pid: Number(String(pid)) };
}

test("ends with its parent, unless it was detached", async () => {
  await fixture.engine.stop();
  const attached = await startedBy(false);
  attached.parent.kill("SIGKILL");
  await expect.poll(() => isAlive(attached.pid), { timeout: 15_000 }).toBe(false);

  const detached = await startedBy(true);
  detached.parent.kill("SIGKILL");
  await delay(500);
  expect(await findRunning(fixture.dataDir)).toMatchObject({ pid: detached.pid });
  process.kill(detached.pid, "SIGTERM");
  await expect.poll(() => isAlive(detached.pid), { timeout: 15_000 }).toBe(false);
  await fixture.restart();
  expect(Number((await fixture.post("SELECT count() FROM mart.t")).text)).toBeGreaterThan(0);
});

test("main.ts runs by itself", async () => {
  await fixture.engine.stop();
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const env = {
    ...process.env,
    DATA_DIR: fixture.dataDir,
    EMBEDDED_PASSWORD: "by hand",
    UV_THREADPOOL_SIZE: undefined,
  };
  const child = spawn(process.execPath, ["--import", tsx, main], { env, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(child.stdout, "data");
  expect(await findRunning(fixture.dataDir)).toMatchObject({ url: String(line).trim(), password: "by hand" });
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  await fixture.restart();
});
