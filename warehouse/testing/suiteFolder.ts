import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Names the folder that the test files of one run share; unset outside a run. */
export const suiteFolderVariable = "TEST_SUITE_FOLDER";

/** Vitest's global set-up: a folder for what the files of this run prepare once, removed at the end. */
export default async function suiteFolder(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "test-suite-"));
  // The processes that run the files inherit it.
  process.env[suiteFolderVariable] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
