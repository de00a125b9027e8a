import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Answer, type Endpoint, openAgent, openRequest, readAnswer } from "./openRequest.ts";
import type { InsertStreamOptions } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

/** How long ClickHouse's answer may still come after it closed the connection on a body it refused. */
const lastWordMilliseconds = 2_000;

/**
 * POSTs `body` to an INSERT, as it comes and no faster than the server reads: memory stays constant whatever the size.
 * @throws WarehouseError with ClickHouse's text; the body's own error if reading it failed; the signal's reason
 */
export const insertStream = async (
  endpoint: Endpoint,
  sql: string,
  body: Readable | AsyncIterable<Buffer> | Iterable<Buffer>,
  options: InsertStreamOptions = {},
): Promise<{ queryId: string; writtenRows: number }> => {
  const { contentEncoding, params, settings, signal } = options;
  signal?.throwIfAborted();
  const queryId = randomUUID();
  // A connection of its own, because a refused upload leaves half a body on the wire; kept alive, because otherwise the
  // server closes it with its answer, and what was on its way by then would wipe the answer out.
  const agent = openAgent(endpoint.url);
  const request = openRequest(endpoint, {
    queryId,
    params,
    settings,
    // The answer must tell the end of the insert, not its beginning.
    search: { query: sql, wait_end_of_query: "1" },
    agent,
    headers: contentEncoding === undefined ? {} : { "Content-Encoding": contentEncoding },
  });
  const ended = new AbortController();
  const source = body instanceof Readable ? body : Readable.from(body);
  const failure: { ofSource?: unknown; ofRequest?: unknown } = {};
  // Each end takes the other down with it: only the first to fail is the cause.
  source.once("error", (error) => {
    if (failure.ofRequest === undefined) failure.ofSource = error;
  });
  request.once("error", (error) => {
    if (failure.ofSource === undefined) failure.ofRequest = error;
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    request.once("error", reject);
    request.once("response", (response) => {
      // An answer before the end of the body is a refusal: stop sending.
      readAnswer(response, queryId)
        .then(resolve, reject)
        .finally(() => source.destroy());
    });
  });
  answer.catch(() => undefined);
  const send = async (): Promise<number> => {
    try {
      await pipeline(source, request, signal === undefined ? {} : { signal });
    } catch (error) {
      // The request is destroyed with the source, and ClickHouse drops an insert that is cut short.
      if (failure.ofSource !== undefined || signal?.aborted) throw failure.ofSource;
      const silence = new Promise<never>((_, reject) => {
        setTimeout(reject, lastWordMilliseconds, error).unref();
      });
      await Promise.race([answer, silence]);
    }
    const { writtenRows } = await (signal === undefined
      ? answer
      : Promise.race([answer, abortion(signal, ended.signal)]));
    return writtenRows;
  };
  try {
    return { queryId, writtenRows: await send() };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw cause === failure.ofSource ? cause : WarehouseError.from(cause, queryId);
  } finally {
    ended.abort();
    agent.destroy();
  }
};

/** Rejects when the signal is aborted; listens no longer than until `ended`, as many inserts share a run's signal. */
const abortion = (signal: AbortSignal, ended: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true, signal: ended });
    if (signal.aborted) reject(signal.reason);
  });
