import { cpSync, lstatSync } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { suiteFolderVariable } from "./suiteFolder.ts";

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Takes a folder's name for this process. @returns false where another one has it. */
const take = (path: string): Promise<boolean> =>
  mkdir(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );

/** An engine that has ended leaves its pipes behind; the next one makes its own. */
const isStored = (path: string): boolean => !lstatSync(path).isFIFO();

/**
 * Fills an empty folder as `prepare` would: the first of a run's files that asks for a name prepares it, all others get a copy.
 * A folder whose preparation failed is prepared again by the next that asks.
 */
export const fillFolder = async (
  folder: string,
  name: string,
  prepare: (folder: string) => Promise<void>,
): Promise<void> => {
  const shared = process.env[suiteFolderVariable];
  if (shared === undefined) return prepare(folder);
  const ready = join(shared, name);
  const beingPrepared = join(shared, `${name}.tmp`);
  while (!(await exists(ready))) {
    if (await take(beingPrepared)) {
      try {
        await prepare(beingPrepared);
        await rename(beingPrepared, ready);
      } catch (error) {
        await rm(beingPrepared, { recursive: true, force: true });
        throw error;
      }
    } else await sleep(50);
  }
  // A fifth of the processor time that the asynchronous copy takes for hundreds of small files.
  cpSync(ready, folder, { recursive: true, filter: isStored });
};
