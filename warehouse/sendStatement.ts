import type { Agent, IncomingMessage } from "node:http";
import { type Answer, type Endpoint, isRefusal, openRequest, readAnswer } from "./openRequest.ts";
import type { StatementOptions } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

export interface SendOptions extends StatementOptions {
  queryId: string;
  agent: Agent;
  /** Format of the rows, unless the statement says it. */
  format?: string;
  /** Begin to answer before the statement has ended: a failure on the way then breaks the answer off without its text. */
  isStreamed?: boolean;
}

const isLostConnection = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");

const attempt = (endpoint: Endpoint, sql: string, options: SendOptions, mayRetry: boolean): Promise<IncomingMessage> =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { queryId, agent, format, params, settings, signal } = options;
    const search = {
      ...(options.isStreamed ? {} : { wait_end_of_query: "1" }),
      ...(format === undefined ? {} : { default_format: format }),
    };
    const request = openRequest(endpoint, { queryId, agent, params, settings, search });
    const onAbort = (): void => {
      request.destroy();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    request.once("close", () => signal?.removeEventListener("abort", onAbort));
    request.once("response", resolve);
    request.once("error", (error) => {
      // The server closed an idle connection just as it was taken up again: nothing was run.
      if (mayRetry && request.reusedSocket && isLostConnection(error)) {
        attempt(endpoint, sql, options, false).then(resolve, reject);
      } else reject(error);
    });
    request.end(sql);
  });

const explained = async <T>(options: SendOptions, work: () => Promise<T>): Promise<T> => {
  options.signal?.throwIfAborted();
  try {
    return await work();
  } catch (cause) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw WarehouseError.from(cause, options.queryId);
  }
};

/** Runs a statement and returns its whole answer. */
export const sendStatement = (endpoint: Endpoint, sql: string, options: SendOptions): Promise<Answer> =>
  explained(options, async () => readAnswer(await attempt(endpoint, sql, options, true), options.queryId));

/** Runs a statement and returns its answer as it comes. */
export const streamStatement = (endpoint: Endpoint, sql: string, options: SendOptions): Promise<IncomingMessage> =>
  explained(options, async () => {
    const response = await attempt(endpoint, sql, { ...options, isStreamed: true }, true);
    if (isRefusal(response)) await readAnswer(response, options.queryId);
    return response;
  });
