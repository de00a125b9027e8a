import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { engineFiles } from "./engineFiles.ts";

const runningEngine = z.object({
  url: z.url(),
  user: z.string(),
  password: z.string(),
  pid: z.number().int(),
  /** Also the server's display name, so that another server on a reused port is not taken for this one. */
  instance: z.string(),
});

/** How to reach an engine that is running on a data folder. */
export type RunningEngine = z.infer<typeof runningEngine>;

const PING_MS = 2_000;

/** What a data folder says of its engine, running or not. */
export async function readRunning(dataDir: string): Promise<RunningEngine | undefined> {
  try {
    return runningEngine.parse(JSON.parse(await readFile(engineFiles(dataDir).running, "utf8")));
  } catch {
    return undefined; // No engine, or a file that says nothing useful: the ping decides, not the file.
  }
}

/** The engine running on a data folder, if it answers a ping. */
export async function findRunning(dataDir: string): Promise<RunningEngine | undefined> {
  const running = await readRunning(dataDir);
  if (!running) return undefined;
  try {
    const response = await fetch(new URL("/ping", running.url), { signal: AbortSignal.timeout(PING_MS) });
    await response.text();
    const isSame = response.headers.get("x-clickhouse-server-display-name") === running.instance;
    return response.ok && isSame ? running : undefined;
  } catch {
    return undefined;
  }
}

/** Written whole or not at all, and readable by the owner only: it holds the password. */
export async function writeRunning(dataDir: string, running: RunningEngine): Promise<void> {
  const { running: path } = engineFiles(dataDir);
  const temporary = `${path}.${running.pid}`;
  await writeFile(temporary, `${JSON.stringify(running)}\n`, { mode: 0o600 });
  await rename(temporary, path);
}

/** Removes what this engine wrote, and nothing that another has written since. */
export async function removeRunning(dataDir: string, instance: string): Promise<void> {
  if ((await readRunning(dataDir))?.instance === instance) await rm(engineFiles(dataDir).running, { force: true });
}
