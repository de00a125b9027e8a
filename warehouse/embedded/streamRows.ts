import { createReadStream, readFileSync, rmSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { HttpReply, Summary } from "./httpReply.ts";
import type { QueryRequest } from "./parseRequest.ts";
import type { WholeStatement } from "./parseStatement.ts";
import { openPipeReader, type PipePool } from "./pipePool.ts";
import { selectIntoFile } from "./rewriteStatement.ts";
import type { RunningStatement } from "./runningStatements.ts";

/** As much of a result is held back, so that a failure within it still has its status and no body (buffer_size). */
const HELD_BYTES = 1024 * 1024;

export interface RowsContext {
  text: string;
  statement: WholeStatement;
  request: QueryRequest;
  reply: HttpReply;
  pipes: PipePool;
  running: RunningStatement;
  /** Runs the SELECT; settles when the engine is done with it. */
  run(sql: string): Promise<Summary>;
}

const outcomeOf = (work: Promise<Summary>): Promise<{ summary: Summary } | { error: unknown }> =>
  work.then(
    (summary) => ({ summary }),
    (error: unknown) => ({ error }),
  );

/** Sends what is left to send; to be called when the statement's resources are free again. */
export type FinishReply = () => Promise<void>;

/**
 * Streams a SELECT's result at the speed of its reader, holding one buffer of it.
 * @returns what ends the answer: a client may ask again as soon as it has it.
 */
export async function streamRows(context: RowsContext): Promise<FinishReply> {
  if (context.request.waitEndOfQuery) return sendSpooled(context);
  const { text, statement, request, reply, pipes, running } = context;
  const format = statement.format?.name ?? request.defaultFormat;
  // Who asks for progress wants to see it: it is of no use once the result is there.
  const heldBack = /WithProgress$/i.test(format) ? 0 : HELD_BYTES;
  const path = await pipes.acquire();
  const { stream, release } = openPipeReader(path);
  const outcome = outcomeOf(context.run(selectIntoFile(text, statement, format, path))).then((end) => {
    // After a failure the engine may keep its end open, so there is no end of file to wait for.
    if ("error" in end) stream.destroy();
    release();
    return end;
  });
  const held: Buffer[] = [];
  let heldBytes = 0;
  let broken: unknown;
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      if (reply.isStarted) await reply.write(chunk, running);
      else {
        held.push(chunk);
        heldBytes += chunk.length;
        if (heldBytes < heldBack) continue;
        reply.begin(request, format, {});
        for (const part of held.splice(0)) await reply.write(part, running);
      }
    }
  } catch (error) {
    // The client has gone and the statement is being killed. Read on: closing this end could leave the
    // engine waiting for ever in an open or a write, where no KILL reaches it.
    broken = error;
    stream.resume();
  }
  const end = await outcome;
  stream.destroy();
  if ("error" in end) {
    pipes.retire(path);
    throw end.error;
  }
  pipes.release(path);
  if (broken !== undefined) throw broken;
  if (reply.isStarted) return async () => reply.end();
  return () => reply.send(request, format, Buffer.concat(held), end.summary);
}

/** wait_end_of_query: the result is whole, on disk, before the first byte goes out. */
async function sendSpooled({
  text,
  statement,
  request,
  reply,
  pipes,
  running,
  run,
}: RowsContext): Promise<FinishReply> {
  const format = statement.format?.name ?? request.defaultFormat;
  const path = pipes.spoolPath();
  try {
    const summary = await run(selectIntoFile(text, statement, format, path));
    // Small and just written: to ask other threads for it would take longer than to read it.
    if (statSync(path).size < HELD_BYTES) {
      const whole = readFileSync(path);
      rmSync(path);
      return () => reply.send(request, format, whole, summary);
    }
    reply.begin(request, format, summary);
    for await (const chunk of createReadStream(path)) await reply.write(chunk, running);
    await rm(path);
    return async () => reply.end();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
