import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { embeddedConfig, poolThreads } from "./embeddedConfig.ts";

export interface StartOptions {
  dataDir: string;
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  /** Default "default". */
  user?: string;
  /** Default: a random one for this start. */
  password?: string;
  /** Keep the engine when this process ends (stop it by SIGTERM to its pid). Default false. */
  detached?: boolean;
  /** The engine's log, JSON lines on standard error. Default "inherit". */
  log?: "inherit" | "ignore";
  /** Further environment of the process, see `embeddedConfig`. */
  env?: Readonly<Record<string, string>>;
}

export interface EmbeddedEngine {
  url: string;
  user: string;
  password: string;
  pid: number;
  /** Resolves with the exit code when the process ends, for whatever reason. */
  exited: Promise<number | null>;
  /** Lets running statements finish, then ends the process. */
  stop(): Promise<void>;
}

const fromChild = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("ready"),
    running: z.object({ url: z.string(), user: z.string(), password: z.string(), pid: z.number() }),
  }),
  z.object({ type: z.literal("failed"), message: z.string() }),
  z.object({ type: z.literal("stopped") }),
]);

const START_MS = 60_000;
const STOP_MS = 30_000;
/** What is acknowledged is stored by then: nothing is lost if the engine does not end in time. */
const EXIT_MS = 5_000;

/** Names a file that holds the engine's program whole, for who starts many engines; unset, its sources are run. */
export const programVariable = "EMBEDDED_PROGRAM";

function engineProgram(): string[] {
  const program = process.env[programVariable];
  if (program) return [program];
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return ["--import", pathToFileURL(tsx).href, fileURLToPath(new URL("./main.ts", import.meta.url))];
}

function childEnvironment(options: StartOptions): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...options.env,
    DATA_DIR: options.dataDir,
    EMBEDDED_DETACHED: options.detached ? "1" : "0",
    TZ: "UTC",
  };
  if (options.host !== undefined) env.EMBEDDED_HOST = options.host;
  if (options.port !== undefined) env.EMBEDDED_PORT = String(options.port);
  if (options.user !== undefined) env.EMBEDDED_USER = options.user;
  if (options.password !== undefined) env.EMBEDDED_PASSWORD = options.password;
  env.UV_THREADPOOL_SIZE = String(poolThreads(embeddedConfig(env)));
  return env;
}

async function readyMessage(child: ChildProcess, exited: Promise<number | null>): Promise<unknown> {
  const timeout = AbortSignal.timeout(START_MS);
  const message = once(child, "message", { signal: timeout }).then(
    ([first]: unknown[]) => first,
    () => ({ type: "failed", message: "the engine was not ready in a minute. fix: look at its log" }),
  );
  const ended = exited.then((code) => ({ type: "failed", message: `the engine ended at its start with code ${code}` }));
  return Promise.race([message, ended]);
}

/**
 * Starts the engine on a data folder in a process of its own and waits until it serves.
 * @throws Error that says why, e.g. that another process has the folder open.
 */
export async function startEmbedded(options: StartOptions): Promise<EmbeddedEngine> {
  const child = spawn(process.execPath, engineProgram(), {
    env: childEnvironment(options),
    stdio: ["ignore", "ignore", options.log ?? "inherit", "ipc"],
    detached: options.detached ?? false,
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", () => resolve(null));
  });
  const answer = fromChild.parse(await readyMessage(child, exited));
  if (answer.type !== "ready") {
    child.kill("SIGKILL");
    throw new Error(answer.type === "failed" ? answer.message : "the engine was stopped while it started");
  }
  child.on("message", (message) => {
    if (fromChild.safeParse(message).data?.type === "stopped") setTimeout(() => child.kill("SIGKILL"), EXIT_MS).unref();
  });
  const { running } = answer;
  if (options.detached) {
    child.disconnect();
    child.unref();
  }
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await exited;
    clearTimeout(timer);
  };
  return { url: running.url, user: running.user, password: running.password, pid: running.pid, exited, stop };
}
