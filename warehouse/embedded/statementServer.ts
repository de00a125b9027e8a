import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Admission } from "./admission.ts";
import { ClickHouseError } from "./clickHouseError.ts";
import { freshConnectionSetup, settingAssignments, statementTag } from "./connectionSettings.ts";
import type { Engine } from "./engine.ts";
import type { EngineLog } from "./engineLog.ts";
import type { HttpReply, ServerIdentity, Summary } from "./httpReply.ts";
import type { Lease, NamedSessions } from "./namedSessions.ts";
import type { QueryRequest } from "./parseRequest.ts";
import type { DataInsert, WholeStatement } from "./parseStatement.ts";
import type { PipePool } from "./pipePool.ts";
import { createExternalTable, dropExternalTable, type ExternalTable, isForm, readForm } from "./readForm.ts";
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
  const endProbes = probeHalfClosed(message, reply);
  const endProgress = request.progressIntervalMs ? reply.sendProgress(request.progressIntervalMs) : undefined;
  let finish: FinishReply;
  try {
    finish = await runAdmitted(services, request, message, running, reply);
  } catch (error) {
    const reason: unknown = running.signal.aborted ? running.signal.reason : error;
    throw reason instanceof ClickHouseError ? reason : ClickHouseError.fromEngine(error);
  } finally {
    endProgress?.();
    endProbes();
    running.finish();
  }
  // Last of all: with the answer in hand a client may use its session or its query id again.
  await finish();
}

const PROBE_MS = 250;

/** While a client that has ended its sending side awaits its answer, sees to it that it is still there. */
function probeHalfClosed({ socket, httpVersion }: IncomingMessage, reply: HttpReply): () => void {
  let timer: NodeJS.Timeout | undefined;
  const probe = (): void => {
    timer ??= setInterval(() => reply.probe(), PROBE_MS);
  };
  // Clients of HTTP/1.0 know no interim answers.
  if (httpVersion === "1.0") return () => undefined;
  if (socket.readableEnded) probe();
  else socket.once("end", probe);
  return () => {
    clearInterval(timer);
    socket.off("end", probe);
  };
}

async function runAdmitted(
  services: StatementServices,
  request: QueryRequest,
  message: IncomingMessage,
  running: RunningStatement,
  reply: HttpReply,
): Promise<FinishReply> {
  const body = requestBody(message, running);
  if (!isForm(message)) {
    const read = await readStatement(request.urlQuery, body);
    return admit(services, { request, read, tables: [] }, running, reply);
  }
  const form = await readForm(request, message.headers, body, services.pipes);
  try {
    const read = await readStatement(form.request.urlQuery, body);
    return await admit(services, { ...form, read }, running, reply);
  } finally {
    await form.dispose();
  }
}

/** A request, its body read as far as it is statement. */
interface StatementInput {
  request: QueryRequest;
  read: ReadStatement;
  tables: readonly ExternalTable[];
}

async function admit(
  services: StatementServices,
  input: StatementInput,
  running: RunningStatement,
  reply: HttpReply,
): Promise<FinishReply> {
  const { kind } = input.read.statement;
  // KILL QUERY must get through when every place is taken.
  if (kind === "kill") return runLeased(services, input, running, reply);
  const places = kind === "dataInsert" ? services.uploads : services.queries;
  const leave = await places.enter(running.signal, running);
  try {
    return await runLeased(services, input, running, reply);
  } finally {
    leave();
  }
}

async function openLease(
  services: StatementServices,
  request: QueryRequest,
  tables: readonly ExternalTable[],
  tag: string,
): Promise<Lease> {
  if (request.session) return withTables(await services.sessions.lease(request.session, request, tag), tables);
  const connection = services.engine.connect();
  try {
    // The request's tables come before `readonly`, which would not let them be made.
    const settings = new Map(request.settings);
    if (tables.length > 0) settings.delete("readonly");
    await connection.query(freshConnectionSetup({ ...request, settings }, tag, services.profile), "Null");
    for (const table of tables) await connection.query(createExternalTable(table), "Null");
    const readonly = request.settings.get("readonly");
    if (tables.length > 0 && readonly !== undefined)
      await connection.query(`SET ${settingAssignments([["readonly", readonly]])}`, "Null");
  } catch (error) {
    connection.close();
    throw error;
  }
  return { connection, release: async () => connection.close() };
}

/** A named session outlives the request, its tables do not. */
async function withTables(lease: Lease, tables: readonly ExternalTable[]): Promise<Lease> {
  const made: ExternalTable[] = [];
  const release = async (): Promise<void> => {
    for (const table of made) await lease.connection.query(dropExternalTable(table), "Null").catch(() => undefined);
    await lease.release();
  };
  try {
    for (const table of tables) {
      await lease.connection.query(createExternalTable(table), "Null");
      made.push(table);
    }
  } catch (error) {
    await release();
    throw error;
  }
  return { connection: lease.connection, release };
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
  { request, read, tables }: StatementInput,
  running: RunningStatement,
  reply: HttpReply,
): Promise<FinishReply> {
  const { text, statement, data } = read;
  refuseSessionWrite(request, statement);
  const { signal } = running;
  const { pipes, killer } = services;
  const tag = statementTag(running.queryId, request);
  const lease = await openLease(services, request, tables, tag);
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
      return await streamRows({ text, statement, request, reply, pipes, running, run });
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
