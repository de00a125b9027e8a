import type { Agent } from "node:http";
import { type Answer, type Endpoint, openRequest, readAnswer } from "./openRequest.ts";
import type { StatementOptions } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

export interface SendOptions extends StatementOptions {
  queryId: string;
  agent: Agent;
  /** Format of the rows, unless the statement says it. */
  format?: string;
}

const isLostConnection = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");

const attempt = (endpoint: Endpoint, sql: string, options: SendOptions, mayRetry: boolean): Promise<Answer> =>
  new Promise<Answer>((resolve, reject) => {
    const { queryId, agent, format, params, settings, signal } = options;
    // Answered only when it has ended: a failure on the way then still brings its text.
    const search = { wait_end_of_query: "1", ...(format === undefined ? {} : { default_format: format }) };
    const request = openRequest(endpoint, { queryId, agent, params, settings, search });
    const onAbort = (): void => {
      request.destroy();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    request.once("response", (response) => {
      readAnswer(response, queryId)
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener("abort", onAbort));
    });
    request.once("error", (error) => {
      signal?.removeEventListener("abort", onAbort);
      // The server closed an idle connection just as it was taken up again: nothing was run.
      if (mayRetry && request.reusedSocket && isLostConnection(error)) {
        attempt(endpoint, sql, options, false).then(resolve, reject);
      } else reject(error);
    });
    request.end(sql);
  });

/** Runs a statement and returns its whole answer. */
export const sendStatement = async (endpoint: Endpoint, sql: string, options: SendOptions): Promise<Answer> => {
  options.signal?.throwIfAborted();
  try {
    return await attempt(endpoint, sql, options, true);
  } catch (cause) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw WarehouseError.from(cause, options.queryId);
  }
};
