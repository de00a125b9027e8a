import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { z } from "zod";
import { formatParameter } from "./formatParameter.ts";
import type { StatementOptions } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

export interface Endpoint {
  url: string;
  user: string;
  password: string;
}

/** Connections kept open between statements. */
export const openAgent = (url: string): HttpAgent =>
  new (url.startsWith("https:") ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 64 });

export interface RequestOptions extends Pick<StatementOptions, "params" | "settings"> {
  queryId: string;
  /** Further parts of the URL: `query`, `wait_end_of_query`. */
  search?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  agent: HttpAgent;
}

/**
 * A POST to ClickHouse's HTTP interface whose body is still to be written. `@clickhouse/client` is not used here: it cuts
 * ClickHouse's error texts short and offers no body that is compressed already.
 */
export const openRequest = (endpoint: Endpoint, options: RequestOptions): ClientRequest => {
  const url = new URL(endpoint.url);
  url.searchParams.set("query_id", options.queryId);
  for (const [name, value] of Object.entries(options.search ?? {})) url.searchParams.set(name, value);
  for (const [name, value] of Object.entries(options.params ?? {})) {
    url.searchParams.set(`param_${name}`, formatParameter(value));
  }
  for (const [name, value] of Object.entries(options.settings ?? {})) {
    url.searchParams.set(name, typeof value === "boolean" ? String(Number(value)) : String(value));
  }
  return (url.protocol === "https:" ? httpsRequest : httpRequest)(url, {
    method: "POST",
    agent: options.agent,
    headers: { "X-ClickHouse-User": endpoint.user, "X-ClickHouse-Key": endpoint.password, ...options.headers },
  });
};

export interface Answer {
  body: string;
  writtenRows: number;
}

const summary = z.object({ written_rows: z.coerce.number().default(0) });

/** An answer whose body is the text of an error. */
export const isRefusal = (response: IncomingMessage): boolean =>
  response.statusCode !== 200 || response.headers["x-clickhouse-exception-code"] !== undefined;

/**
 * The whole answer.
 * @throws WarehouseError with ClickHouse's text if it tells of a failure
 */
export const readAnswer = async (response: IncomingMessage, queryId: string): Promise<Answer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString("utf8");
  if (isRefusal(response)) {
    throw WarehouseError.fromAnswer(body, response.statusCode ?? 0, queryId);
  }
  const header = response.headers["x-clickhouse-summary"];
  const writtenRows = typeof header === "string" ? summary.parse(JSON.parse(header)).written_rows : 0;
  return { body, writtenRows };
};
