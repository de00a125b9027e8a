import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Admission } from "./admission.ts";
import { ClickHouseError } from "./clickHouseError.ts";
import { freshConnectionSetup, statementTag } from "./connectionSettings.ts";
import type { Engine } from "./engine.ts";
import type { EngineLog } from "./engineLog.ts";
import type { HttpReply, ServerIdentity, Summary } from "./httpReply.ts";
import type { Lease, NamedSessions } from "./namedSessions.ts";
import type { QueryRequest } from "./parseRequest.ts";
import type { DataInsert, WholeStatement } from "./parseStatement.ts";
import type { PipePool } from "./pipePool.ts";
import { type ReadStatement, readStatement } from "./readStatement.ts";
import { requestBody } from "./requestBody.ts";
import { rewriteKill } from "./rewriteStatement.ts";
import type { RunningStatement, RunningStatements } from "./runningStatements.ts";
import { fromLatin1 } from "./sqlText.ts";
import type { StatementKiller } from "./statementKiller.ts";
import { storeData } from "./storeData.ts";
import { type FinishReply, streamRows } from "./streamRows.ts";

/** What serving a statement needs; one for the process. */
export interface StatementServices {
  engine: Engine;
  identity: ServerIdentity;
  pipes: PipePool;
  killer: StatementKiller;
  sessions: NamedSessions;
  statements: RunningStatements;
  /** Places for statements; inserts with a body have their own, so that slow uploads leave room to read. */
  queries: Admission;
  uploads: Admission;
  /** Settings of every connection, before the request's own. */
  profile: ReadonlyMap<string, string>;
  log: EngineLog;
}

const reads = new Set(["SELECT", "WITH", "FROM", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "EXISTS", "CHECK", "VALUES"]);

/** Serves one request from its parsed head to the last byte of its answer. */
export async function serveStatement(
  services: StatementServices,
  request: QueryRequest,
  message: IncomingMessage,
  response: ServerResponse,
  reply: HttpReply,
): Promise<void> {
  const running = services.statements.start(request.queryId ?? randomUUID());
  reply.queryId = running.queryId;
  response.once("close", () => {
    if (!response.writableFinished)
      running.cancel(new ClickHouseError(210, "NETWORK_ERROR", "The client closed the connection"));
  });
  const endProgress = request.progressIntervalMs ? reply.sendProgress(request.progressIntervalMs) : undefined;
  let finish: FinishReply;
  try {
    finish = await runAdmitted(services, request, message, running, reply);
  } catch (error) {
    const reason: unknown = running.signal.aborted ? running.signal.reason : error;
    throw reason instanceof ClickHouseError ? reason : ClickHouseError.fromEngine(error);
  } finally {
    endProgress?.();
    running.finish();
  }
  // Last of all: with the answer in hand a client may use its session or its query id again.
  await finish();
}

async function runAdmitted(
  services: StatementServices,
  request: QueryRequest,
  message: IncomingMessage,
  running: RunningStatement,
  reply: HttpReply,
): Promise<FinishReply> {
  const read = await readStatement(request.urlQuery, requestBody(message));
  if (read.statement.kind !== "dataInsert" && read.statement.tokens.length === 0)
    throw new ClickHouseError(62, "SYNTAX_ERROR", "Syntax error: Empty query");
  // KILL QUERY must get through when every place is taken.
  if (read.statement.kind === "kill") return runLeased(services, request, read, running, reply);
  const places = read.statement.kind === "dataInsert" ? services.uploads : services.queries;
  const leave = await places.enter(running.signal);
  try {
    return await runLeased(services, request, read, running, reply);
  } finally {
    leave();
  }
}

async function openLease(services: StatementServices, request: QueryRequest, tag: string): Promise<Lease> {
  if (request.session) return services.sessions.lease(request.session, request, tag);
  const connection = services.engine.connect();
  try {
    await connection.query(freshConnectionSetup(request, tag, services.profile), "Null");
  } catch (error) {
    connection.close();
    throw error;
  }
  return { connection, release: async () => connection.close() };
}

/** In a named session the engine's own readonly cannot be taken back, so the statement decides. */
function refuseSessionWrite(request: QueryRequest, statement: DataInsert | WholeStatement): void {
  const isReadOnly = request.isReadOnlyMethod || (request.settings.get("readonly") ?? "0") !== "0";
  if (!request.session || !isReadOnly) return;
  if (statement.kind !== "dataInsert" && statement.kind !== "insert" && reads.has(statement.verb)) return;
  throw new ClickHouseError(164, "READONLY", "default: Cannot execute query in readonly mode.");
}

async function runLeased(
  services: StatementServices,
  request: QueryRequest,
  { text, statement, data }: ReadStatement,
  running: RunningStatement,
  reply: HttpReply,
): Promise<FinishReply> {
  refuseSessionWrite(request, statement);
  const { signal } = running;
  const { pipes, killer } = services;
  const tag = statementTag(running.queryId, request);
  const lease = await openLease(services, request, tag);
  const { connection } = lease;
  const write = (sql: string, inline?: Uint8Array): Promise<Summary> =>
    killer.guard(connection.write(sql, inline), tag, signal);
  try {
    signal.throwIfAborted();
    if (statement.kind === "dataInsert") {
      const summary = await storeData({ text, statement, data, pipes, signal, run: write });
      return async () => reply.sendEmpty(summary);
    }
    if (statement.kind === "rows") {
      const run = (sql: string): Promise<Summary> => killer.guard(connection.query(sql, "Null"), tag, signal);
      return await streamRows({ text, statement, request, reply, pipes, signal, run });
    }
    if (statement.kind === "insert") {
      const summary = await write(fromLatin1(text.slice(0, statement.end)));
      return async () => reply.sendEmpty(summary);
    }
    const kill = statement.kind === "kill" ? rewriteKill(text, statement) : undefined;
    const sql = kill?.sql ?? fromLatin1(text.slice(0, statement.end));
    const result = await killer.guard(connection.query(sql, request.defaultFormat), tag, signal);
    for (const queryId of kill?.queryIds ?? []) services.statements.cancel(queryId);
    return () => reply.send(request, statement.format?.name ?? request.defaultFormat, result.bytes, result);
  } finally {
    await lease.release();
  }
}
