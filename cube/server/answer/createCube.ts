import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import type { CompilerApi, CubejsServerCore } from "@cubejs-backend/server-core";
import { groupsOf, publicContext } from "../http/securityContext.ts";
import type { QueryChange } from "../question/rewriteQuery.ts";
import { CancellableDriver } from "./cancellableDriver.ts";
import { setCubeEnvironment } from "./cubeEnvironment.ts";
import { modelRepository } from "./modelRepository.ts";
import { installNativeStandIn } from "./nativeStandIn.ts";

/** Where Cube's stock ClickHouse driver connects. */
export interface CubeWarehouse {
  url: string;
  user: string;
  password: string;
  database: string;
}

export interface CubeOptions {
  warehouse: CubeWarehouse;
  /** What to change in a normalised query before it is answered. */
  queryRewrite(query: unknown): Promise<QueryChange | undefined>;
  /** Statements of one Cube that run at the same time; the rest wait. */
  concurrency: number;
  /** After that many seconds a statement is killed and its question fails. */
  queryTimeoutSeconds: number;
  log(message: string, details: Record<string, unknown>): void;
}

const require = createRequire(import.meta.url);

/** Cube prints some warnings on standard output, which belongs to the product. */
const silenceCubeWarnings = (log: CubeOptions["log"]): void => {
  const cli: { displayCLIWarning: (message: string) => void } = require("@cubejs-backend/shared/dist/src/cli");
  cli.displayCLIWarning = (message) => log(message, {});
};

const openDriver = ({ url, user, password, database }: CubeWarehouse, options: CubeOptions): CancellableDriver => {
  const { protocol, hostname, port } = new URL(url);
  return new CancellableDriver({
    protocol,
    host: hostname,
    port: port || (protocol === "https:" ? "443" : "80"),
    username: user,
    password,
    database,
    maxPoolSize: options.concurrency + 2,
    requestTimeout: (options.queryTimeoutSeconds + 5) * 1000,
    testConnectionTimeout: 5000,
  });
};

/** The compiled model depends on its files alone: servers of one process share it. */
let modelOfProcess: CompilerApi | undefined;

/** Cube as a library, on the model of this folder. */
export const createCube = (options: CubeOptions): CubejsServerCore => {
  setCubeEnvironment();
  silenceCubeWarnings(options.log);
  installNativeStandIn();
  const {
    CubejsServerCore: Core,
  }: typeof import("@cubejs-backend/server-core") = require("@cubejs-backend/server-core");
  const instance = randomBytes(8).toString("hex");
  const queueOptions = {
    concurrency: options.concurrency,
    executionTimeout: options.queryTimeoutSeconds,
    // Longer than a statement may run: an answer is a result or an error, never "Continue wait".
    continueWaitTimeout: Math.min(90, options.queryTimeoutSeconds * 2 + 10),
  };
  const orchestratorOptions = {
    continueWaitTimeout: queueOptions.continueWaitTimeout,
    queryCacheOptions: { queueOptions },
  };
  class CoreOnOneModel extends Core {
    protected override createCompilerApi(repository: unknown, options?: Record<string, unknown>): CompilerApi {
      // Cube disposes of the model when a server ends; another one may still be asked.
      modelOfProcess ??= Object.assign(super.createCompilerApi(repository, options), { dispose: () => undefined });
      return modelOfProcess;
    }
  }
  return new CoreOnOneModel({
    devServer: false,
    telemetry: false,
    apiSecret: randomBytes(32).toString("hex"),
    driverFactory: () => openDriver(options.warehouse, options),
    repositoryFactory: () => modelRepository,
    scheduledRefreshTimer: false,
    // Queues and caches are global to the process in Cube: this keeps two servers of one process apart.
    contextToOrchestratorId: () => instance,
    orchestratorOptions,
    checkAuth: (request: { securityContext?: unknown }) => {
      request.securityContext = publicContext;
    },
    contextToGroups: ({ securityContext }: { securityContext: unknown }) => groupsOf(securityContext),
    // One pass, no second one in the background: cachedLoad keeps the answer.
    queryRewrite: async (query) =>
      Object.assign({}, query, await options.queryRewrite(query), { cache: "must-revalidate" as const }),
    logger: options.log,
  });
};
