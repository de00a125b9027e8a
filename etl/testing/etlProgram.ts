import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleProgram } from "../../warehouse/testing/bundleProgram.ts";
import { fillFolder } from "../../warehouse/testing/fillFolder.ts";

/** `npm run etl` in one file, made once in a run, for tests that start it many times. */
export const etlProgram = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "etl-program-"));
  await fillFolder(folder, "etlProgram", (to) => bundleProgram("etl/main.ts", to, "etl.mjs"));
  return join(folder, "etl.mjs");
};
