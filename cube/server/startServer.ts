import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import express from "express";
import { type Logger, pino } from "pino";
import { z } from "zod";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { type ModelView, parseViews } from "../compileModel.ts";
import { type Access, extentOf } from "./access/access.ts";
import { grantQuestion } from "./access/grantQuestion.ts";
import { ownAreasReader } from "./access/ownAreasReader.ts";
import type { AccountsConfig } from "./accounts/AccountsConfig.ts";
import type { Accounts, AccountsEffects } from "./accounts/openAccounts.ts";
import { answerPreparer } from "./answer/answerPreparer.ts";
import { askCube, askCubeSql } from "./answer/askCube.ts";
import { cancelWhenAborted } from "./answer/cancelQuestion.ts";
import { clearCubeCache } from "./answer/clearCubeCache.ts";
import { type Cube, createCube } from "./answer/createCube.ts";
import { productContext } from "./answer/securityContext.ts";
import { areaIndexReader } from "./areas/areaIndex.ts";
import { parseAccountsConfig, parseAllowedHosts, type ServerConfig } from "./config.ts";
import { cubeFailure } from "./failures/cubeFailure.ts";
import { warehouseFailure } from "./failures/errors.ts";
import { aboutData } from "./http/aboutData.ts";
import { accountRoutes, accountState } from "./http/accountRoutes.ts";
import { onlyAllowedHosts } from "./http/allowedHosts.ts";
import { apiRoutes } from "./http/apiRoutes.ts";
import { askedQuestion } from "./http/askedQuestion.ts";
import { cachedLoad } from "./http/cachedLoad.ts";
import { compressAnswers } from "./http/compressAnswers.ts";
import { cubeLog } from "./http/cubeLog.ts";
import { cubeRoutes } from "./http/cubeRoutes.ts";
import { dashboardFiles } from "./http/dashboardFiles.ts";
import { errorResponse } from "./http/errorResponse.ts";
import { accessOf, knownReader, openToEveryone } from "./http/knownReader.ts";
import { ledgerRoutes } from "./http/ledgerRoutes.ts";
import { lineageRoutes } from "./http/lineageRoutes.ts";
import { onlySignedIn } from "./http/onlySignedIn.ts";
import { questionsRoute } from "./http/questionsRoute.ts";
import { requestLog } from "./http/requestLog.ts";
import { securityHeaders } from "./http/securityHeaders.ts";
import { unreadableRequest } from "./http/unreadableRequest.ts";
import { type LineageLimits, lineageLimits } from "./lineage/lineageLimits.ts";
import type { LineageEffects } from "./lineage/readLineage.ts";
import { type MemberCatalogue, memberCatalogue } from "./question/memberCatalogue.ts";
import type { Day } from "./question/periodPoints.ts";
import { publicationReader } from "./question/publicationReader.ts";
import { type DataState, type RewrittenQuery, rewriteQuery } from "./question/rewriteQuery.ts";

export interface StartConfig extends ServerConfig {
  warehouse: Warehouse;
}

export interface ServerEffects {
  log: Logger;
  now(): Date;
  /** The built dashboard. */
  dashboardFolder: string;
  /** Undefined: there are none, and everyone sees every figure. */
  accounts: AccountsConfig | undefined;
  /** Names that the server answers to besides its own. */
  allowedHosts: readonly string[];
  queryTimeoutSeconds: number;
  /** Answers kept, in bytes as they are sent. */
  cacheBytes: number;
  /** Questions computed or waiting at once; more are turned away. */
  maxWaiting: number;
  lineageLimits: LineageLimits;
  /** What has to be there before the first question: the model is compiled meanwhile. */
  ready: Promise<unknown>;
}

export interface RunningServer {
  url: string;
  /** Where the administrator sets a password, once; undefined where one of them can sign in, or there are no accounts. */
  firstLink: string | undefined;
  /** Stops taking requests, lets those under way finish, and closes. The warehouse stays open. */
  close(): Promise<void>;
}

const realEffects = (): ServerEffects => ({
  // Standard output belongs to whoever starts the server.
  log: pino({ name: "server" }, pino.destination(2)),
  now: () => new Date(),
  dashboardFolder: fileURLToPath(new URL("../../dashboard/dist/", import.meta.url)),
  accounts: parseAccountsConfig(),
  allowedHosts: parseAllowedHosts(),
  queryTimeoutSeconds: 30,
  cacheBytes: 64 * 1024 * 1024,
  maxWaiting: 64,
  lineageLimits,
  ready: Promise.resolve(),
});

/** As dashboard/account reads it. */
const passwordLink = "mat-khau";
const drainMilliseconds = 10_000;
const concurrency = 4;
/** Fewer than run at the same time, so that a question in parts never fills Cube's queue. */
const partsAtOnce = 3;

/** Loaded only where it is needed: half a second and 90 MB. */
const accountsOf = async (
  config: AccountsConfig | undefined,
  effects: AccountsEffects,
): Promise<Accounts | undefined> => {
  if (config === undefined) return undefined;
  const { openAccounts } = await import("./accounts/openAccounts.ts");
  return openAccounts(config, effects);
};

const readVersion = async (): Promise<string> => {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
};

const listen = (server: Server, { host, port }: ServerConfig): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === "EADDRINUSE" ? "is taken by another process" : `cannot be used (${cause.message})`;
      reject(
        new UserError(`${host}:${port} ${reason}`, { fix: "set PORT to a free port, for example PORT=4001", cause }),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The server has no port."));
      else resolve(address);
    });
  });

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // A connection that is answering now is kept alive by the client and falls idle later.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const force = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(force);
      resolve();
    });
  });

/**
 * Serves Cube's REST API at /cubejs-api/v1, /api and the dashboard at /.
 * @throws UserError if the address cannot be had
 */
export const startServer = async (
  { warehouse, host, port }: StartConfig,
  overrides: Partial<ServerEffects> = {},
): Promise<RunningServer> => {
  const effects = { ...realEffects(), ...overrides };
  const { log } = effects;
  const readPublications = publicationReader(warehouse);
  const model: ModelView[] = [];
  let members: MemberCatalogue = new Map();
  const readAreas = areaIndexReader(warehouse);
  /** Every question comes through here, whichever door it took. */
  const settle = async (
    query: unknown,
    access: Access,
    publications: DataState,
    days?: readonly Day[],
  ): Promise<RewrittenQuery> => {
    const rewritten = rewriteQuery(query, members, publications, days);
    await grantQuestion(rewritten.question, access, {
      members,
      readAreas,
      publicationNumber: publications.publicationNumber,
    });
    return rewritten;
  };
  const prepareAnswer = answerPreparer({
    ...{ cube: () => cube, warehouse, partsAtOnce },
    limitSeconds: 2 * effects.queryTimeoutSeconds,
  });
  const cube: Cube = createCube({
    warehouse,
    concurrency,
    queryTimeoutSeconds: effects.queryTimeoutSeconds,
    queryRewrite: async (query, context, access) => {
      const { change, question } = await settle(query, access, await readPublications(), context.days);
      await prepareAnswer(question, context);
      return change;
    },
    log: cubeLog(log),
  });
  const compile = async (): Promise<void> => {
    const context = { securityContext: productContext, requestId: "compile" };
    const compiler = await cube.getCompilerApi(context);
    model.push(...parseViews(await compiler.metaConfig(context, { requestId: context.requestId })));
    members = memberCatalogue(model);
  };
  const [version] = await Promise.all([readVersion(), compile()]);

  const load = cachedLoad({
    afterAnswer: () => {
      clearCubeCache(cube).catch((error: unknown) => log.warn({ err: error }, "cache not cleared"));
    },
    cancelWhenAborted: (requestId, signal) =>
      cancelWhenAborted(cube, { purpose: "answer", securityContext: productContext, requestId }, signal),
    cacheBytes: effects.cacheBytes,
    maxWaiting: effects.maxWaiting,
    log,
    now: effects.now,
  });
  // The first search should not wait for it; if the warehouse is away, the next one reads.
  void effects.ready.then(readAreas).catch((error: unknown) => log.warn({ err: error }, "units not read yet"));
  const app = express();
  app.disable("x-powered-by");
  app.use(requestLog(log), securityHeaders(), onlyAllowedHosts(host, effects.allowedHosts), compressAnswers());
  const isSample = (): Promise<boolean> =>
    readPublications().then(
      ({ dataset }) => dataset === "sample",
      (cause: unknown) => {
        throw warehouseFailure(cause);
      },
    );
  const accounts = await accountsOf(effects.accounts, { now: effects.now, isSample });
  app.use(accounts === undefined ? openToEveryone : knownReader(accounts, ownAreasReader(warehouse, readAreas)));
  app.use(["/api", "/cubejs-api"], onlySignedIn);
  const asked = askedQuestion({ members, readPublications, settle, log, now: effects.now });
  const questions = await cubeRoutes(cube, { asked, load, log });
  app.use(questions);
  app.use("/api", questionsRoute({ cube: questions, log }));
  const lineageLimits = effects.lineageLimits;
  const effectsFor = (access: Access): LineageEffects => {
    const settleNow = async (query: object) => settle(query, access, await readPublications());
    return {
      ...{ warehouse, model, members, rewrite: settleNow, readPublications, readAreas, limits: lineageLimits },
      tellsAll: {
        loads: extentOf(access, "loads") === "all",
        mapping: extentOf(access, "figures") === "all",
      },
      ask: async (query) => {
        await settleNow(query);
        return askCube(cube, query, { purpose: "answer" }, access).catch((error: unknown) => {
          throw cubeFailure(error);
        });
      },
      askSql: (query) => askCubeSql(cube, query, access),
    };
  };
  const lineage = lineageRoutes({ readAreas, limits: lineageLimits, effectsFor });
  const ledger = ledgerRoutes(warehouse, effects.lineageLimits.atOnce);
  const readAbout = async (access: Access) => {
    const publications = await readPublications();
    return aboutData({ warehouse, version, publications, tellsFiles: extentOf(access, "loads") === "all" });
  };
  const accountOptions = accounts && { accounts, readAreas, isSample };
  const ofAccounts = accountOptions && accountRoutes(accountOptions);
  const ofData = { warehouse, version, readPublications, readAreas, readAbout };
  app.use("/api", apiRoutes({ ...ofData, lineage, ledger, accounts: ofAccounts }));
  app.use(
    dashboardFiles(effects.dashboardFolder, async (request) => ({
      readAbout: async () => (accessOf(request).role === "nobody" ? undefined : readAbout(accessOf(request))),
      account: accountOptions && (await accountState(request.account, accountOptions)),
    })),
  );
  app.use(errorResponse(log));

  const server = createServer(app);
  server.keepAliveTimeout = 65_000;
  server.on("clientError", unreadableRequest);
  await effects.ready;
  const { family, address, port: opened } = await listen(server, { host, port });
  let closing: Promise<void> | undefined;
  const url = `http://${family === "IPv6" ? `[${address}]` : address}:${opened}`;
  return {
    url,
    // Behind "#": it is sent to no server and stands in no log.
    firstLink: accounts?.firstLink && `${url}/#${passwordLink}=${accounts.firstLink}`,
    close: () => {
      closing ??= closeServer(server).then(async () => {
        accounts?.close();
        await cube.releaseConnections();
      });
      return closing;
    },
  };
};
