import { mkdir, mkdtemp, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "./UserError.ts";

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

/** Folder by folder: where the system makes none (/proc), Node's own `recursive` tries for ever. */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch((again: unknown) => {
      if (codeOf(again) !== "EEXIST") throw again;
    });
  }
};

/**
 * The data folder, made where it is missing, and tried: everything else that is written there relies on it.
 * @throws UserError where nothing can be written there
 */
export const makeDataFolder = async (dataDir: string): Promise<void> => {
  try {
    await makeFolder(dataDir);
    await rmdir(await mkdtemp(join(dataDir, ".writable-")));
  } catch (cause) {
    throw new UserError(
      `Nothing can be written to the data folder ${dataDir}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { fix: "set DATA_DIR to a folder that this user may write to, for example DATA_DIR=./.data npm start", cause },
    );
  }
};
