import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { startServer } from "../cube/server/startServer.ts";
import { openWarehouse } from "../warehouse/client.ts";
import { describeError } from "../warehouse/describeError.ts";
import { migrate } from "../warehouse/migrate.ts";
import { buildDashboard } from "./buildDashboard.ts";
import { checkPort } from "./checkPort.ts";
import { loadReferenceFiles } from "./loadReferenceFiles.ts";
import { loadSample, needsSample } from "./loadSample.ts";
import { parseStartConfig } from "./parseStartConfig.ts";

const root = join(import.meta.dirname, "..");
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The main job: warehouse, schema, data, dashboard, server. Returns what ends it. */
async function start(signal: AbortSignal): Promise<() => Promise<void>> {
  const config = parseStartConfig(process.env);
  await checkPort(config.host, config.port);
  await mkdir(config.dataDir, { recursive: true });
  say("starting the warehouse");
  const building = buildDashboard(root);
  // A failed build is reported below, where it is awaited; until then it must not end the process.
  building.catch(() => undefined);
  const warehouse = await openWarehouse();
  try {
    await migrate(warehouse);
    if (config.sampleScale > 0 && (await needsSample(warehouse))) {
      await loadSample({ warehouse, root, dataDir: config.dataDir, scale: config.sampleScale, signal, report: say });
    }
    await loadReferenceFiles(warehouse, signal);
    await building;
    const log = pino({ name: "server" }, pino.destination(join(config.dataDir, "server.log")));
    const server = await startServer({ host: config.host, port: config.port, warehouse }, { log });
    process.stdout.write(`${server.url}\n`);
    return async () => {
      await server.close();
      await warehouse.close();
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
  if (!interrupted.signal.aborted) {
    process.stderr.write(describeError(error));
    process.exitCode = 1;
  }
}
