import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { makeDataFolder } from "../makeDataFolder.ts";
import { Admission } from "./admission.ts";
import { ClickHouseError } from "./clickHouseError.ts";
import type { EmbeddedConfig } from "./embeddedConfig.ts";
import { type Engine, openEngine } from "./engine.ts";
import { engineConfigXml, engineFiles, engineProfile } from "./engineFiles.ts";
import type { EngineLog } from "./engineLog.ts";
import { createHttpServer } from "./httpServer.ts";
import { NamedSessions } from "./namedSessions.ts";
import { PipePool } from "./pipePool.ts";
import { redactPaths } from "./redactPaths.ts";
import { type RunningEngine, readRunning, removeRunning, writeRunning } from "./runningEngine.ts";
import { RunningStatements } from "./runningStatements.ts";
import { StatementKiller } from "./statementKiller.ts";

const KILLED_MS = 5_000;

export interface EngineProcess {
  running: RunningEngine;
  /** Finishes what is running within the grace period, kills the rest. @returns whether everything came to rest. */
  stop(): Promise<boolean>;
  /** After a stop that came to rest: ends the engine itself. */
  close(): Promise<void>;
}

async function openStore(config: EmbeddedConfig): Promise<Engine> {
  const files = engineFiles(config.dataDir);
  await makeDataFolder(config.dataDir);
  await mkdir(files.store, { recursive: true, mode: 0o700 });
  await writeFile(files.config, engineConfigXml(config), { mode: 0o600 });
  try {
    return openEngine(files.store, [`--config-file=${files.config}`]);
  } catch (error) {
    // The engine says no more than that it could not; a lock held by another process is the usual reason.
    const holder = await readRunning(config.dataDir);
    const by = holder ? `: it is open in process ${holder.pid} (${holder.url})` : "";
    throw new Error(
      `Cannot open the warehouse in ${config.dataDir}${by}. fix: one process at a time can have it open; use that one's URL, stop it, or set another DATA_DIR. Else look whether the folder can be written to`,
      { cause: error },
    );
  }
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
}

async function describeEngine(engine: Engine): Promise<{ version: string; timezone: string }> {
  const connection = engine.connect();
  const { bytes } = await connection.query("SELECT version(), timezone()", "TabSeparated");
  connection.close();
  const [version = "", timezone = ""] = Buffer.from(bytes).toString().trim().split("\t");
  return { version, timezone };
}

/** Opens the data folder and serves it until `stop`. This process then belongs to the engine. */
export async function runEngine(config: EmbeddedConfig, log: EngineLog): Promise<EngineProcess> {
  const engine = await openStore(config);
  const killer = new StatementKiller(engine);
  try {
    return await serveEngine(engine, killer, config, log);
  } catch (error) {
    await killer.close();
    engine.close();
    throw error;
  }
}

async function serveEngine(
  engine: Engine,
  killer: StatementKiller,
  config: EmbeddedConfig,
  log: EngineLog,
): Promise<EngineProcess> {
  const instance = `embedded-${randomBytes(6).toString("hex")}`;
  const password = config.password ?? randomBytes(24).toString("base64url");
  const profile = engineProfile(config);
  const statements = new RunningStatements();
  const sessions = new NamedSessions(engine, profile, config.maxSessions);
  const waiting = { waiting: config.maxQueued, waitMs: config.queueWaitMs, stalledMs: config.stalledMs };
  let isStopping = false;
  const server = createHttpServer({
    services: {
      engine,
      identity: { ...(await describeEngine(engine)), displayName: instance, redact: redactPaths(config.dataDir) },
      pipes: await PipePool.create(engineFiles(config.dataDir).pipes),
      killer,
      sessions,
      statements,
      queries: new Admission({ running: config.maxQueries, ...waiting }),
      uploads: new Admission({ running: config.maxUploads, ...waiting }),
      profile,
      log,
    },
    credentials: { user: config.user, password },
    isStopping: () => isStopping,
  });
  const url = await listen(server, config.port, config.host);
  const running: RunningEngine = { url, user: config.user, password, pid: process.pid, instance };
  await writeRunning(config.dataDir, running);

  const settle = async (ms: number): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ms);
    });
    const isIdle = await Promise.race([statements.idle().then(() => true), late]);
    clearTimeout(timer);
    return isIdle;
  };
  return {
    running,
    async stop() {
      isStopping = true;
      await removeRunning(config.dataDir, instance);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      log("info", "stopping", { running: statements.count });
      let isIdle = await settle(config.graceMs);
      if (!isIdle) {
        statements.cancelAll(new ClickHouseError(236, "ABORTED", "The engine is stopping"));
        isIdle = await settle(KILLED_MS);
      }
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1_000).unref();
      await closed;
      return isIdle;
    },
    async close() {
      sessions.close();
      await killer.close();
      engine.close();
    },
  };
}
