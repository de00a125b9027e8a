import { once } from "node:events";
import type { Writable } from "node:stream";
import { parseWarehouseConfig, type WarehouseConfig } from "./config.ts";
import { findRunning } from "./embedded/runningEngine.ts";
import { startEmbedded } from "./embedded/startEmbedded.ts";
import { makeDataFolder } from "./makeDataFolder.ts";
import { UserError } from "./UserError.ts";

export interface ServeOptions {
  /** 0: any free port. */
  port: number;
  output: Writable;
  /** Aborting stops the engine. */
  signal: AbortSignal;
  config?: WarehouseConfig;
}

/** Runs the embedded engine in the foreground; other commands find it by DATA_DIR. */
export const serveEmbedded = async (options: ServeOptions): Promise<void> => {
  const { port, output, signal, config = parseWarehouseConfig() } = options;
  if (config.url !== undefined) {
    throw new UserError("CLICKHOUSE_URL is set, so there is no embedded engine to run", {
      fix: "unset CLICKHOUSE_URL",
    });
  }
  const running = await findRunning(config.dataDir);
  if (running !== undefined) {
    throw new UserError(`An engine already runs on ${config.dataDir}: ${running.url}`, {
      fix: "use it as it is, or set DATA_DIR to another folder",
    });
  }
  await makeDataFolder(config.dataDir);
  const engine = await startEmbedded({ dataDir: config.dataDir, port });
  output.write(
    `${engine.url} serves ${config.dataDir}; user and password are in its warehouse.json. Ctrl-C ends it.\n`,
  );
  if (!signal.aborted) await Promise.race([once(signal, "abort"), engine.exited]);
  await engine.stop();
};
