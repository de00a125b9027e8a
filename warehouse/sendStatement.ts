import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import type { Settings, StatementOptions } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

export interface SendOptions extends StatementOptions {
  /** Default: a random one. */
  queryId?: string;
  /** Format of the rows, unless the statement says it. */
  format?: string;
  /** Begin to answer before the statement has ended: a failure on the way then breaks the answer off without its text. */
  isStreamed?: boolean;
  /** Data of an INSERT, and how it is compressed already. */
  body?: Readable;
  contentEncoding?: string | undefined;
}

export interface StatementAnswer {
  queryId: string;
  /** The answer as it comes. */
  stream: Readable;
  writtenRows: number;
}

const summary = z.object({ written_rows: z.coerce.number().default(0) }).default({ written_rows: 0 });

/**
 * Runs a statement and returns its answer as it comes. Of the client's own methods only `exec` gives the text of a failure
 * whole: its errors end at the first upper-case word in parentheses, be it the statement's.
 * @throws WarehouseError with ClickHouse's text; the signal's reason
 */
export const sendStatement = async (
  client: ClickHouseClient,
  sql: string,
  options: SendOptions = {},
): Promise<StatementAnswer> => {
  const { queryId = randomUUID(), format, params, settings, signal, body, contentEncoding } = options;
  signal?.throwIfAborted();
  const sent: Settings = {
    ...settings,
    ...(options.isStreamed ? {} : { wait_end_of_query: 1 }),
    ...(format !== undefined && { default_format: format }),
  };
  try {
    const answer = await client.exec({
      query: sql,
      query_id: queryId,
      ignore_error_response: true,
      clickhouse_settings: sent,
      ...(params !== undefined && { query_params: params }),
      ...(signal !== undefined && { abort_signal: signal }),
      ...(contentEncoding !== undefined && { http_headers: { "Content-Encoding": contentEncoding } }),
      ...(body !== undefined && { values: body }),
    });
    const { stream, http_status_code = 0, response_headers } = answer;
    const onAbort = (): void => void stream.destroy(signal?.reason);
    // The client itself listens no longer than until the answer begins.
    signal?.addEventListener("abort", onAbort, { once: true });
    stream.once("close", () => signal?.removeEventListener("abort", onAbort));
    if (http_status_code !== 200 || response_headers["x-clickhouse-exception-code"] !== undefined)
      throw WarehouseError.fromAnswer(await text(stream), http_status_code, queryId);
    return { queryId, stream, writtenRows: summary.parse(answer.summary).written_rows };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw WarehouseError.from(cause, queryId);
  }
};

/** Runs a statement and returns its whole answer. */
export const readStatement = async (
  client: ClickHouseClient,
  sql: string,
  options: SendOptions = {},
): Promise<{ queryId: string; writtenRows: number; body: string }> => {
  const { stream, ...answer } = await sendStatement(client, sql, options);
  try {
    return { ...answer, body: await text(stream) };
  } catch (cause) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw WarehouseError.from(cause, answer.queryId);
  }
};
