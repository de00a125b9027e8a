import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { programVariable } from "../warehouse/embedded/startEmbedded.ts";
import { fillFolder } from "../warehouse/testing/fillFolder.ts";

export interface RunningProduct {
  url: string;
  /** Everything it wrote for people so far. */
  log(): string;
  /** Resolves with its exit code when it ends. */
  exited: Promise<number | null>;
  /** Ctrl-C. Resolves when nothing of it runs any more. */
  interrupt(): Promise<void>;
  /** Ends it, whatever its state. */
  dispose(): Promise<void>;
}

const START_MS = 110_000;

export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), "moh-start-"));

/** Kills a first `npm start` while it loads the sample. */
const breakOffSample = async (dataDir: string): Promise<void> => {
  const killed = spawnProduct(dataDir);
  let log = "";
  for await (const chunk of killed.stderr) {
    log += String(chunk);
    if (log.includes("loading sample: doses.csv")) break;
  }
  const { pid } = killed;
  if (pid === undefined) throw new Error("npm start has no process");
  process.kill(-pid, "SIGKILL");
  // The first process of the group may be gone before its engine is, which holds the folder.
  while (isAlive(-pid)) await sleep(20);
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * A data folder with the small sample as Ctrl-C leaves it. It is loaded once in a run, and with a kill in the middle: all that is
 * asserted of the sample is asserted of one whose load was taken up again.
 */
export const newSampleDir = async (): Promise<string> => {
  const dataDir = await newDataDir();
  await fillFolder(dataDir, "sample", async (folder) => {
    await breakOffSample(folder);
    const product = await startProduct(folder);
    await product.interrupt();
  });
  return dataDir;
};

/** `npm start` as a user types it, in a process group of its own, and with the engine's program from its sources. */
export function spawnProduct(dataDir: string, env: Record<string, string> = {}) {
  const inherited = { ...process.env, [programVariable]: undefined };
  return spawn("npm", ["start", "--silent"], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...inherited, PORT: "0", DATA_DIR: dataDir, SAMPLE_SCALE: "2000", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

/** `npm start` on a free port, until it has printed its address; the sample is small to save time. */
export async function startProduct(dataDir: string, env: Record<string, string> = {}): Promise<RunningProduct> {
  const product = spawnProduct(dataDir, env);
  const exited = once(product, "close").then(() => product.exitCode);
  let log = "";
  product.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    // A terminal's Ctrl-C reaches the whole group, so the test's does too.
    if (product.pid && product.exitCode === null && product.signalCode === null) process.kill(-product.pid, signal);
  };
  const dispose = async (): Promise<void> => {
    signalGroup("SIGKILL");
    await exited;
  };
  try {
    const url = await Promise.race([printedUrl(product), failed(exited), timedOut()]);
    return {
      url,
      log: () => log,
      exited,
      interrupt: () => {
        signalGroup("SIGINT");
        return exited.then(() => undefined);
      },
      dispose,
    };
  } catch (error) {
    await dispose();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${log}`);
  }
}

function printedUrl(product: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let output = "";
    product.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^http:\/\/\S+$/m.exec(output)?.[0];
      if (url) resolve(url);
    });
  });
}

async function failed(exited: Promise<number | null>): Promise<never> {
  throw new Error(`npm start ended with code ${await exited} before it printed an address.`);
}

function timedOut(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`npm start printed no address within ${START_MS / 1000} s.`)), START_MS).unref();
  });
}
