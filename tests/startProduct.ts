import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningProduct {
  url: string;
  dataDir: string;
  /** Everything it wrote for people, for messages of failing tests. */
  log(): string;
  /** Ctrl-C. Resolves with the exit code. */
  interrupt(): Promise<number | null>;
  /** Ends it, whatever its state, and removes its data. */
  dispose(): Promise<void>;
}

const START_MS = 110_000;

/** `npm start` in a fresh data folder on a free port, as a new user runs it; the sample is small to save time. */
export async function startProduct(env: Record<string, string> = {}): Promise<RunningProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), "moh-start-"));
  const product = spawn("npm", ["start", "--silent"], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, PORT: "0", DATA_DIR: dataDir, SAMPLE_SCALE: "2000", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const exited = once(product, "exit").then(() => product.exitCode);
  let log = "";
  product.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    // A terminal's Ctrl-C reaches the whole group, so the test's does too.
    if (product.pid && product.exitCode === null) process.kill(-product.pid, signal);
  };
  const dispose = async (): Promise<void> => {
    signalGroup("SIGKILL");
    await exited;
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = await Promise.race([printedUrl(product), failed(exited), timedOut()]);
    return {
      url,
      dataDir,
      log: () => log,
      interrupt: () => {
        signalGroup("SIGINT");
        return exited;
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
