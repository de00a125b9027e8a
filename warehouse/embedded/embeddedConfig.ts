import { availableParallelism, totalmem } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { parseEnvironment, port, wholeNumber } from "../parseEnvironment.ts";

/** The configuration of the engine's process. */
export interface EmbeddedConfig {
  dataDir: string;
  host: string;
  /** 0: any free port. */
  port: number;
  user: string;
  /** Absent: a random one for this start. */
  password?: string;
  /** Threads of one statement. */
  maxThreads: number;
  /** Statements and uploads running at once, and waiting for a place. */
  maxQueries: number;
  maxUploads: number;
  maxQueued: number;
  queueWaitMs: number;
  /** How long a client may keep a place waiting for it while others wait for a place. */
  stalledMs: number;
  maxSessions: number;
  /** Bytes of memory for one statement, and for the engine. */
  maxQueryMemory: number;
  maxServerMemory: number;
  /**
   * Wait for the disk before an insert is acknowledged. Off, as on a ClickHouse server: what was
   * acknowledged survives the end of the process, kill -9 too, for the system has it; on, a power cut as well.
   */
  fsync: boolean;
  /** How long running statements may take to finish when the process is told to stop. */
  graceMs: number;
  /** Keep running when the parent process ends. */
  detached: boolean;
}

const machineMemory = (): number => {
  const limit = process.constrainedMemory();
  const total = totalmem();
  return limit > 0 && limit < total ? limit : total;
};

const count = (fallback: number) => wholeNumber(1).default(fallback);
const flag = z.enum(["0", "1"], "must be 0 or 1").default("0");

const environment = z.object({
  DATA_DIR: z.string().min(1).default("./.data"),
  EMBEDDED_HOST: z.string().min(1).default("127.0.0.1"),
  EMBEDDED_PORT: port.default(0),
  EMBEDDED_USER: z.string().min(1).default("default"),
  EMBEDDED_PASSWORD: z.string().min(1).optional(),
  EMBEDDED_MAX_THREADS: wholeNumber(1).optional(),
  EMBEDDED_MAX_QUERIES: count(16),
  EMBEDDED_MAX_UPLOADS: count(8),
  EMBEDDED_MAX_QUEUED: count(256),
  EMBEDDED_QUEUE_WAIT_MS: count(30_000),
  EMBEDDED_STALLED_MS: count(10_000),
  EMBEDDED_MAX_SESSIONS: count(64),
  EMBEDDED_MAX_QUERY_MEMORY: wholeNumber(1).optional(),
  EMBEDDED_MAX_SERVER_MEMORY: wholeNumber(1).optional(),
  EMBEDDED_FSYNC: flag,
  EMBEDDED_GRACE_MS: wholeNumber(0).default(10_000),
  EMBEDDED_DETACHED: flag,
});

/**
 * Reads the configuration from environment variables.
 * @throws UserError that names each wrong variable and what it must be
 */
export function embeddedConfig(env: Readonly<Record<string, string | undefined>>): EmbeddedConfig {
  const values = parseEnvironment(environment, env);
  const maxServerMemory = values.EMBEDDED_MAX_SERVER_MEMORY ?? Math.floor(machineMemory() * 0.6);
  return {
    dataDir: resolve(values.DATA_DIR),
    host: values.EMBEDDED_HOST,
    port: values.EMBEDDED_PORT,
    user: values.EMBEDDED_USER,
    ...(values.EMBEDDED_PASSWORD !== undefined && { password: values.EMBEDDED_PASSWORD }),
    maxThreads: values.EMBEDDED_MAX_THREADS ?? availableParallelism(),
    maxQueries: values.EMBEDDED_MAX_QUERIES,
    maxUploads: values.EMBEDDED_MAX_UPLOADS,
    maxQueued: values.EMBEDDED_MAX_QUEUED,
    queueWaitMs: values.EMBEDDED_QUEUE_WAIT_MS,
    stalledMs: values.EMBEDDED_STALLED_MS,
    maxSessions: values.EMBEDDED_MAX_SESSIONS,
    maxServerMemory,
    maxQueryMemory: values.EMBEDDED_MAX_QUERY_MEMORY ?? Math.floor(maxServerMemory / 2),
    fsync: values.EMBEDDED_FSYNC === "1",
    graceMs: values.EMBEDDED_GRACE_MS,
    detached: values.EMBEDDED_DETACHED === "1",
  };
}

/**
 * Threads of the process's pool: one for each statement that runs, and some for files, compression and KILL.
 * With fewer, statements would wait for each other's threads, whatever the places say.
 */
export const poolThreads = ({ maxQueries, maxUploads }: Pick<EmbeddedConfig, "maxQueries" | "maxUploads">): number =>
  maxQueries + maxUploads + 8;
