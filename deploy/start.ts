import { join } from "node:path";
import { pino } from "pino";
import { startServer } from "../cube/server/startServer.ts";
import { openWarehouse } from "../warehouse/client.ts";
import { parseWarehouseConfig } from "../warehouse/config.ts";
import { describeError } from "../warehouse/describeError.ts";
import { type OwnedFolder, takeFolder } from "../warehouse/folderOwner.ts";
import { migrate } from "../warehouse/migrate.ts";
import type { UserError } from "../warehouse/UserError.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";
import { buildDashboard } from "./buildDashboard.ts";
import { checkPort } from "./checkPort.ts";
import { loadReferenceFiles } from "./loadReferenceFiles.ts";
import { loadSample, needsSample } from "./loadSample.ts";
import { parseStartConfig, type StartConfig } from "./parseStartConfig.ts";

const root = join(import.meta.dirname, "..");
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The sample where there is nothing yet, and what ships with the product. */
async function loadData(
  { sampleScale, dataDir }: StartConfig,
  warehouse: Warehouse,
  signal: AbortSignal,
): Promise<void> {
  const isEmpty = sampleScale > 0 && (await needsSample(warehouse));
  await Promise.all([
    // While the sample's files are being written the warehouse has nothing else to do.
    loadReferenceFiles(warehouse, signal),
    isEmpty ? loadSample({ warehouse, root, dataDir, scale: sampleScale, signal, report: say }) : undefined,
  ]);
}

/** The main job: warehouse, schema, data, dashboard, server. Returns what ends it. */
async function start(signal: AbortSignal): Promise<() => Promise<void>> {
  const config = parseStartConfig(process.env);
  const folder = await takeFolder(config.dataDir);
  try {
    return await startOn(folder, config, signal);
  } catch (error) {
    await folder.release();
    throw error;
  }
}

/** The warehouse is gone for good: a supervisor is to see it by the exit code. */
function endAsLost(error: UserError): void {
  process.stderr.write(describeError(error));
  process.exit(1);
}

async function startOn(folder: OwnedFolder, config: StartConfig, signal: AbortSignal): Promise<() => Promise<void>> {
  await checkPort(config.host, config.port);
  say("starting the warehouse");
  const building = buildDashboard(root);
  // A failed build is reported below, where it is awaited; until then it must not end the process.
  building.catch(() => undefined);
  const warehouse = await openWarehouse(parseWarehouseConfig(), { report: say, onLost: endAsLost, signal });
  try {
    await migrate(warehouse);
    const log = pino({ name: "server" }, pino.destination(join(config.dataDir, "server.log")));
    const ready = loadData(config, warehouse, signal).then(() => building);
    // Awaited below, after the model: until then a failure must not end the process.
    ready.catch(() => undefined);
    // Compiling the model takes seconds of one processor, and while the warehouse cleanses this process has little to do.
    const server = await startServer({ host: config.host, port: config.port, warehouse }, { log, ready });
    await folder.announce(server.url);
    process.stdout.write(`${server.url}\n`);
    if (server.firstLink) say(`set the administrator's password, once, within three days: ${server.firstLink}`);
    return async () => {
      await server.close();
      await warehouse.close();
      await folder.release();
    };
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

const interrupted = new AbortController();
let end: (() => Promise<void>) | undefined;
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    interrupted.abort();
    end?.().then(() => process.exit(0));
  });
}

try {
  end = await start(interrupted.signal);
  if (interrupted.signal.aborted) await end();
} catch (error) {
  if (!interrupted.signal.aborted) process.stderr.write(describeError(error));
  // The compiled model keeps timers of its own.
  process.exit(interrupted.signal.aborted ? 0 : 1);
}
