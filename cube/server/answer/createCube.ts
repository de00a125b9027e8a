import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import type { ApiGateway } from "@cubejs-backend/api-gateway";
import type {
  CompilerApi,
  CubejsServerCore,
  OrchestratorApi,
  OrchestratorApiOptions,
} from "@cubejs-backend/server-core";
import type { Request } from "express";
import { z } from "zod";
import { type Access, nobody } from "../access/access.ts";
import type { Day } from "../question/periodPoints.ts";
import type { QueryChange } from "../question/rewriteQuery.ts";
import { CancellableDriver } from "./cancellableDriver.ts";
import { setCubeEnvironment } from "./cubeEnvironment.ts";
import { modelRepository } from "./modelRepository.ts";
import { installNativeStandIn } from "./nativeStandIn.ts";
import { accessIn, contextFor, groupsOf } from "./securityContext.ts";

/**
 * What a query is put to Cube for: the answer that a reader waits for; a part, which another answer waits for; or its form only, the
 * SQL or a check, for which nothing is read.
 */
export type Purpose = "answer" | "part" | "form";

/** What goes with a query through Cube, beside who asks. */
export interface QueryContext {
  readonly purpose: Purpose;
  /** Of a part: the days that it is asked for in one question (rewriteQuery.ts). */
  readonly days?: readonly Day[] | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

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
  queryRewrite(query: unknown, context: QueryContext, access: Access): Promise<QueryChange | undefined>;
  /** Statements of one Cube that run at the same time; the rest wait. */
  concurrency: number;
  /** After that many seconds a statement is killed and its question fails. */
  queryTimeoutSeconds: number;
  log(message: string, details: Record<string, unknown>): void;
}

/** Cube's core, with the gateway that its REST API stands on. */
export interface Cube extends CubejsServerCore {
  readonly gateway: ApiGateway;
}

const queryContext = z.object({
  purpose: z.enum(["answer", "part", "form"]),
  days: z.array(z.string()).optional(),
  signal: z.instanceof(AbortSignal).optional(),
});

declare global {
  namespace Express {
    interface Request {
      /** Aborted when nobody waits for the answer any more. */
      waited?: AbortSignal;
    }
  }
}

/** Over HTTP, only /load is for an answer. */
const contextOfRequest = (request: Request): QueryContext => ({
  purpose: request.path.endsWith("/load") ? "answer" : "form",
  signal: request.waited,
});

type DriverFactory = ConstructorParameters<typeof OrchestratorApi>[0];

const require = createRequire(import.meta.url);

/** `.env` files are not the product's: Cube's server reads one when it is loaded, and what it set is taken back. */
const loadCubeServer = (env: NodeJS.ProcessEnv): typeof import("@cubejs-backend/server") => {
  const before = new Set(Object.keys(env));
  const loaded: typeof import("@cubejs-backend/server") = require("@cubejs-backend/server");
  for (const name of Object.keys(env)) if (!before.has(name)) delete env[name];
  return loaded;
};

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

/**
 * Cube's server on the model of this folder, to be mounted in an application of ours instead of listening itself: headers, limits, logs
 * and the graceful stop are those of the product.
 */
export const createCube = (options: CubeOptions): Cube => {
  setCubeEnvironment();
  silenceCubeWarnings(options.log);
  installNativeStandIn();
  const { CubejsServer } = loadCubeServer(process.env);
  const {
    CubejsServerCore: Core,
  }: typeof import("@cubejs-backend/server-core") = require("@cubejs-backend/server-core");
  class GatewayCore extends Core implements Cube {
    get gateway(): ApiGateway {
      return this.apiGateway();
    }
    protected override createCompilerApi(repository: unknown, options?: Record<string, unknown>): CompilerApi {
      // Cube disposes of the model when a server ends; another one may still be asked.
      modelOfProcess ??= Object.assign(super.createCompilerApi(repository, options), { dispose: () => undefined });
      return modelOfProcess;
    }
    /** Two questions with the same SQL each have a statement: Cube would let them share one, which then ends for both when one ends. */
    protected override createOrchestratorApi(driver: DriverFactory, options: OrchestratorApiOptions): OrchestratorApi {
      const api = super.createOrchestratorApi(driver, options);
      const executeQuery: OrchestratorApi["executeQuery"] = api.executeQuery.bind(api);
      return Object.assign(api, {
        executeQuery: ((query) =>
          executeQuery({ ...query, invalidate: query.requestId })) satisfies typeof executeQuery,
      });
    }
  }
  class MountedServer extends CubejsServer {
    declare readonly core: GatewayCore;
    protected override createCoreInstance(...given: ConstructorParameters<typeof Core>): GatewayCore {
      return new GatewayCore(...given);
    }
  }
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
  return new MountedServer({
    devServer: false,
    telemetry: false,
    apiSecret: randomBytes(32).toString("hex"),
    driverFactory: () => openDriver(options.warehouse, options),
    repositoryFactory: () => modelRepository,
    scheduledRefreshTimer: false,
    // Queues and caches are global to the process in Cube: this keeps two servers of one process apart.
    contextToOrchestratorId: () => instance,
    orchestratorOptions,
    checkAuth: (request: { securityContext?: unknown; access?: Access }) => {
      request.securityContext = contextFor(request.access ?? nobody);
    },
    extendContext: contextOfRequest,
    contextToGroups: ({ securityContext }: { securityContext: unknown }) => groupsOf(securityContext),
    // One pass, no second one in the background: cachedLoad keeps the answer.
    queryRewrite: async (query, context) => {
      const change = await options.queryRewrite(query, queryContext.parse(context), accessIn(context.securityContext));
      return Object.assign({}, query, change, { cache: "must-revalidate" as const });
    },
    logger: options.log,
  }).core;
};
