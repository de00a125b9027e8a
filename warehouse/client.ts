import { setTimeout as sleep } from "node:timers/promises";
import { parseWarehouseConfig, type WarehouseConfig } from "./config.ts";
import { connect } from "./connect.ts";
import { keepRunning, type Supervision } from "./embedded/keepRunning.ts";
import { findRunning, type RunningEngine } from "./embedded/runningEngine.ts";
import { startEmbedded } from "./embedded/startEmbedded.ts";
import { findFolderOwner } from "./folderOwner.ts";
import { makeDataFolder } from "./makeDataFolder.ts";
import { UserError } from "./UserError.ts";
import type { Warehouse } from "./Warehouse.ts";

/** How long another process that is just starting an engine on the folder is waited for. */
const startingMilliseconds = 15_000;

const waitForRunning = async (dataDir: string): Promise<RunningEngine | undefined> => {
  const deadline = Date.now() + startingMilliseconds;
  for (;;) {
    const running = await findRunning(dataDir);
    if (running !== undefined || Date.now() > deadline) return running;
    await sleep(200);
  }
};

const openServer = async (config: WarehouseConfig, url: string): Promise<Warehouse> => {
  const { user, password, database, cluster } = config;
  const warehouse = connect({ url, user, password, database, cluster, isEmbedded: false });
  try {
    await warehouse.command("SELECT 1");
    return warehouse;
  } catch (cause) {
    await warehouse.close();
    throw new UserError(`ClickHouse at ${url} is not to be used: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
      fix: "start it, or correct CLICKHOUSE_URL, CLICKHOUSE_USER and CLICKHOUSE_PASSWORD; unset CLICKHOUSE_URL for the embedded warehouse",
    });
  }
};

/**
 * Opens the warehouse of the environment: the ClickHouse at CLICKHOUSE_URL; else the engine already running on DATA_DIR;
 * else an engine of its own on DATA_DIR, which ends with `close()` and at the latest with this process. With `supervision`
 * an engine of its own that dies is started again at the same address.
 * Creates no tables: see `migrate`.
 * @throws UserError if no engine can be had
 */
export const openWarehouse = async (
  config: WarehouseConfig = parseWarehouseConfig(),
  supervision?: Supervision,
): Promise<Warehouse> => {
  const { database, cluster, dataDir } = config;
  if (config.url !== undefined) return openServer(config, config.url);
  if (cluster !== undefined) {
    throw new UserError("CLICKHOUSE_CLUSTER is set, but CLICKHOUSE_URL is not", {
      fix: "set CLICKHOUSE_URL to a server of the cluster, or unset CLICKHOUSE_CLUSTER",
    });
  }
  const attach = ({ url, user, password }: RunningEngine): Warehouse =>
    connect({ url, user, password, database, cluster, isEmbedded: true });

  // A product whose engine has just died is starting it again: taking the folder now would keep it from that.
  const owner = await findFolderOwner(dataDir);
  const isOthers = owner !== undefined && owner.pid !== process.pid;
  const running = await (isOthers ? waitForRunning(dataDir) : findRunning(dataDir));
  if (running !== undefined) return attach(running);
  await makeDataFolder(dataDir);
  try {
    const engine = await startEmbedded({ dataDir, log: "ignore" });
    const { url, user, password } = engine;
    const again = () => startEmbedded({ dataDir, log: "ignore", port: Number(new URL(url).port), user, password });
    const stop = supervision === undefined ? engine.stop : keepRunning(engine, again, supervision);
    return connect({ url, user, password, database, cluster, isEmbedded: true, onClose: stop });
  } catch (cause) {
    const other = await waitForRunning(dataDir);
    if (other !== undefined) return attach(other);
    throw new UserError(
      `The embedded warehouse on ${dataDir} did not start: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
        fix: "end the other process that uses this folder, set DATA_DIR to another folder, or set CLICKHOUSE_URL",
      },
    );
  }
};
