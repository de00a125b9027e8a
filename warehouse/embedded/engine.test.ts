import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";

const names = z.object({ open: z.array(z.string()), closed: z.array(z.string()) });

/** In a process of its own: a process has one engine, and threads are counted by process. */
const script = (folder: string): string => `
  import { readdirSync, readFileSync } from "node:fs";
  import { openEngine } from ${JSON.stringify(join(import.meta.dirname, "engine.ts"))};
  const threads = () =>
    readdirSync("/proc/self/task").map((id) => readFileSync("/proc/self/task/" + id + "/comm", "utf8").trim());
  const engine = openEngine(${JSON.stringify(folder)});
  const connection = engine.connect();
  await connection.query("CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a", "Null");
  await connection.query("INSERT INTO t SELECT 1", "Null");
  const open = threads();
  connection.close();
  engine.close();
  process.stdout.write(JSON.stringify({ open, closed: threads() }));
`;

// Threads are read from /proc.
test.runIf(process.platform === "linux")(
  "a closed engine has ended its background work: it cannot crash the exit",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "engine-test-"));
    const tsx = createRequire(import.meta.url).resolve("tsx");
    const args = ["--import", tsx, "--input-type=module", "-e", script(folder)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { open, closed } = names.parse(JSON.parse(stdout));
    const background = ["BgSchPool", "MergeMutate", "MemoryWorker"];
    expect(open).toEqual(expect.arrayContaining(background));
    expect(closed.filter((name) => background.includes(name))).toEqual([]);
    await rm(folder, { recursive: true });
  },
);
