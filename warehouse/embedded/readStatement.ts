import { ClickHouseError } from "./clickHouseError.ts";
import { type DataInsert, parseStatement, type WholeStatement } from "./parseStatement.ts";

/** A statement text past this is refused; data behind an INSERT does not count. */
export const MAX_STATEMENT_BYTES = 16 * 1024 * 1024;

export interface ReadStatement {
  /** Latin-1: offsets are bytes. */
  text: string;
  statement: DataInsert | WholeStatement;
  /** The data of an INSERT: what came with the statement, then the rest of the body. */
  data: AsyncIterable<Buffer>;
}

async function* following(first: Buffer, rest: AsyncIterator<Buffer, unknown>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const lineEnd = Buffer.from("\n");

/**
 * Reads a request's statement: the URL's query, a line end if there is a body, and of the body as much as is statement.
 * The body is read by `next()` alone, so that leaving early does not destroy the connection.
 */
export async function readStatement(urlQuery: string, body: AsyncIterator<Buffer, unknown>): Promise<ReadStatement> {
  let read = Buffer.from(urlQuery);
  let isJoined = urlQuery === "";
  const pending: Buffer[] = [];
  let pendingBytes = 0;
  for (let isFirst = true; ; isFirst = false) {
    // Doubling keeps the work linear for a long statement that comes in small pieces.
    const next = isFirst ? undefined : await body.next();
    if (next && next.done !== true) {
      const isFirstChunk = !isJoined;
      if (isFirstChunk) pending.push(lineEnd);
      isJoined = true;
      pending.push(next.value);
      pendingBytes += next.value.length;
      // The line end may be all that a statement in the URL was waiting for: an upload may send little for long.
      if (!isFirstChunk && pendingBytes < read.length && pendingBytes < MAX_STATEMENT_BYTES) continue;
    }
    read = pending.length === 0 ? read : Buffer.concat([read, ...pending.splice(0)]);
    pendingBytes = 0;
    const atEnd = next?.done === true;
    const text = read.toString("latin1");
    const statement = parseStatement(text, atEnd);
    if (statement.kind === "dataInsert")
      return { text, statement, data: following(read.subarray(statement.dataStart), body) };
    if (statement.kind !== "incomplete") return { text, statement, data: following(Buffer.alloc(0), body) };
    if (read.length > MAX_STATEMENT_BYTES)
      throw new ClickHouseError(62, "SYNTAX_ERROR", `Statement is longer than ${MAX_STATEMENT_BYTES} bytes`);
  }
}
