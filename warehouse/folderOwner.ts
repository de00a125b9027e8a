import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { makeDataFolder } from "./makeDataFolder.ts";
import { UserError } from "./UserError.ts";

const folderOwner = z.object({
  pid: z.number().int(),
  /** When the process began, by the system: a number that comes back is not the same process. */
  began: z.string(),
  /** Where it serves; absent until it does. */
  url: z.string().optional(),
});
type FolderOwner = z.infer<typeof folderOwner>;

export interface OwnedFolder {
  /** Tells a second start where this one serves. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

const ownerFile = (dataDir: string): string => join(dataDir, "product.json");
const GUARD_MS = 10_000;
const GUARD_RETRY_MS = 50;

/** Empty where the system does not say; the number alone must do then. */
const beganAt = async (pid: number): Promise<string> => {
  try {
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in parentheses and may hold blanks; what follows it is counted from the third field.
    return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** The living process that has the folder for its product, if there is one. */
export const findFolderOwner = async (dataDir: string): Promise<FolderOwner | undefined> => {
  try {
    const owner = folderOwner.parse(JSON.parse(await readFile(ownerFile(dataDir), "utf8")));
    return isAlive(owner.pid) && (await beganAt(owner.pid)) === owner.began ? owner : undefined;
  } catch {
    return undefined; // No file, or one that a process has left half-written on a full disk.
  }
};

/** One process at a time looks at the file and writes it; a folder can be made only once. */
const guarded = async <T>(dataDir: string, work: () => Promise<T>): Promise<T> => {
  const guard = `${ownerFile(dataDir)}.guard`;
  for (;;) {
    try {
      await mkdir(guard);
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const age = await stat(guard).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      // Held for milliseconds; one this old was left by a process that was killed just then.
      if (age > GUARD_MS) await rm(guard, { recursive: true, force: true });
      else await sleep(GUARD_RETRY_MS);
    }
  }
  try {
    return await work();
  } finally {
    await rm(guard, { recursive: true, force: true });
  }
};

const write = async (dataDir: string, owner: FolderOwner): Promise<void> => {
  const temporary = `${ownerFile(dataDir)}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  await rename(temporary, ownerFile(dataDir));
};

/**
 * Takes the data folder for this process's product; a process that was killed has left it free.
 * @throws UserError with the address of the product that has it, or where nothing can be written there
 */
export const takeFolder = async (dataDir: string): Promise<OwnedFolder> => {
  await makeDataFolder(dataDir);
  const mine: FolderOwner = { pid: process.pid, began: await beganAt(process.pid) };
  await guarded(dataDir, async () => {
    const owner = await findFolderOwner(dataDir);
    if (owner !== undefined) {
      const where = owner.url === undefined ? "still starting" : owner.url;
      throw new UserError(`The product already runs on ${dataDir}: ${where} (process ${owner.pid})`, {
        fix: "use that one, end it first, or start this one beside it: DATA_DIR=./.data2 PORT=4001 npm start",
      });
    }
    await write(dataDir, mine);
  });
  return {
    announce: (url) => write(dataDir, { ...mine, url }),
    release: () => rm(ownerFile(dataDir), { force: true }),
  };
};
