import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Summary } from "./httpReply.ts";
import { lz4Blocks, lz4End, lz4Header, lz4Poison } from "./lz4Frame.ts";
import type { DataInsert } from "./parseStatement.ts";
import { endPipe, openPipeWriter, type PipePool } from "./pipePool.ts";
import { insertFromFile } from "./rewriteStatement.ts";
import { fromLatin1 } from "./sqlText.ts";

export interface DataContext {
  text: string;
  statement: DataInsert;
  data: AsyncIterable<Buffer>;
  pipes: PipePool;
  signal: AbortSignal;
  /** Runs the INSERT, with inline data when given; settles when the engine is done with it. */
  run(sql: string, data?: Uint8Array): Promise<Summary>;
}

// These are read from their end, so the engine would keep the whole of a pipe in memory.
const needsSeek = new Set(["parquet", "parquetmetadata", "orc", "arrow"]);
const NUDGE_MS = 100;
const INLINE_VALUES_BYTES = 4 * 1024 * 1024;

/**
 * Stores an INSERT's data as it arrives, at the speed of the engine. Data that breaks off fails the
 * statement, never shortens it. As on any ClickHouse, a MergeTree table keeps the blocks that were
 * complete by then (about a million rows each); what must be all or nothing goes into a table or
 * partition of its own that is swapped in when the answer is 200.
 */
export async function storeData(context: DataContext): Promise<Summary> {
  if (needsSeek.has(context.statement.format.toLowerCase())) return storeSpooled(context);
  if (context.statement.format === "Values") return storeValues(context);
  return storePiped(context);
}

/** VALUES as the engine's own parser reads it (it knows DEFAULT and expressions); long ones are piped. */
async function storeValues(context: DataContext): Promise<Summary> {
  const chunks: Buffer[] = [];
  let size = 0;
  const source = context.data[Symbol.asyncIterator]();
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size > INLINE_VALUES_BYTES) {
      const data = Readable.from(remaining(chunks, source), { objectMode: true });
      return storePiped({ ...context, data });
    }
  }
  const sql = fromLatin1(context.text.slice(0, context.statement.formatClause.end));
  return context.run(`${sql} `, Buffer.concat(chunks));
}

async function* remaining(chunks: Buffer[], source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

async function storePiped({ text, statement, data, pipes, signal, run }: DataContext): Promise<Summary> {
  const path = await pipes.acquire();
  const work = run(insertFromFile(text, statement, path, "lz4"));
  let isOver = false;
  const isStored = work
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      isOver = true;
    });
  let broken: unknown;
  const writer = await openPipeWriter(path, () => isOver);
  if (writer) {
    writer.on("error", () => undefined); // EPIPE: the engine has stopped reading; its own error says why.
    try {
      await feed(writer, data, isStored, signal);
      writer.end(lz4End);
    } catch (error) {
      broken = error;
      writer.end(lz4Poison);
    }
  }
  // When it fails the engine may open its end once more, and would wait for a writer for ever.
  const nudge = setInterval(() => endPipe(path), NUDGE_MS);
  const reuse = await isStored.finally(() => clearInterval(nudge));
  writer?.destroy();
  if (reuse) pipes.release(path);
  else pipes.retire(path);
  if (broken !== undefined) throw broken;
  return work;
}

/** Writes the data as a frame until it ends, or the engine has had enough. */
async function feed(writer: Socket, data: AsyncIterable<Buffer>, settled: Promise<unknown>, signal: AbortSignal) {
  const write = async (bytes: Buffer): Promise<void> => {
    if (writer.write(bytes)) return;
    const gone = new AbortController();
    const drained = once(writer, "drain", { signal: gone.signal }).catch(() => undefined);
    await Promise.race([drained, once(writer, "close", { signal: gone.signal }).catch(() => undefined), settled]);
    gone.abort();
  };
  await write(lz4Header);
  for await (const chunk of data) {
    signal.throwIfAborted();
    for (const bytes of lz4Blocks(chunk)) await write(bytes);
    if (writer.destroyed) return;
  }
}

async function storeSpooled({ text, statement, data, pipes, signal, run }: DataContext): Promise<Summary> {
  const path = pipes.spoolPath();
  try {
    await pipeline(data, createWriteStream(path, { mode: 0o600 }), { signal });
    return await run(insertFromFile(text, statement, path, "none"));
  } finally {
    await rm(path, { force: true });
  }
}
