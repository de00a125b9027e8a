import { readdirSync, rmSync } from "node:fs";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programVariable } from "../embedded/startEmbedded.ts";
import { bundleProgram } from "./bundleProgram.ts";

/** Names the folder that the test files of one run share; unset outside a run. */
export const suiteFolderVariable = "TEST_SUITE_FOLDER";

const memoryFolder = "/dev/shm";
/** Four times what a run was seen to need at once. */
const neededBytes = 4 * 1024 ** 3;

const hasRoom = (folder: string): Promise<boolean> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize >= neededBytes,
    () => false,
  );

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** What a run that was killed has left would stay in memory until the machine is started again. */
const removeLeftovers = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    const pid = /^test-suite-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
};

/**
 * Vitest's global set-up: a folder for everything the files of this run write, removed at the end, with the engine's program in it. In memory where there is room:
 * dozens of engines make and drop thousands of small files, and on a disk the run waits for them half of its time.
 */
export default async function suiteFolder(): Promise<() => Promise<void>> {
  const parent = (await hasRoom(memoryFolder)) ? memoryFolder : tmpdir();
  removeLeftovers(parent);
  const folder = await mkdtemp(join(parent, `test-suite-${process.pid}-`));
  // The processes that run the files inherit both.
  process.env[suiteFolderVariable] = folder;
  process.env.TMPDIR = folder;
  // For every engine that the run starts, some sixty.
  await bundleProgram("warehouse/embedded/main.ts", folder, "engine.mjs");
  process.env[programVariable] = join(folder, "engine.mjs");
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
