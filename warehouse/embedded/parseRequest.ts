import { ClickHouseError } from "./clickHouseError.ts";

/** One HTTP request for a statement, without its body. */
export interface QueryRequest {
  /** The `query` of the URL; the body follows it, after a line end. */
  urlQuery: string;
  queryId?: string;
  database?: string;
  /** For statements without a FORMAT of their own. */
  defaultFormat: string;
  session?: { id: string; timeoutSeconds: number; mustExist: boolean };
  /** `param_<name>`, as written: ClickHouse reads them as escaped text. */
  parameters: ReadonlyMap<string, string>;
  settings: ReadonlyMap<string, string>;
  /** GET requests change nothing. */
  isReadOnlyMethod: boolean;
  /** The whole result is made before the first byte goes out. */
  waitEndOfQuery: boolean;
  /** How often a client that waits for headers hears that the statement is still running. */
  progressIntervalMs?: number;
  /** Response compression, when asked for by setting and header. */
  responseEncoding?: ResponseEncoding;
}

export type ResponseEncoding = "gzip" | "deflate" | "br";

/** What the parser takes of an HTTP request. */
export interface RequestHead {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

// Settings of the HTTP interface, or of asynchronous inserts (rows here are stored when the answer comes,
// which is more than those promise): they change nothing in the engine.
const ignored = new Set([
  "wait_end_of_query",
  "buffer_size",
  "compress",
  "decompress",
  "enable_http_compression",
  "send_progress_in_http_headers",
  "send_profile_events",
  "add_http_cors_header",
  "cancel_http_readonly_queries_on_client_close",
  "http_make_head_request",
  "async_insert",
  "wait_for_async_insert",
  "wait_for_async_insert_timeout",
  "quota_key",
  "stacktrace",
  "client_protocol_version",
]);
const isHttpOnly = (name: string): boolean =>
  ignored.has(name) ||
  name.startsWith("async_insert_") ||
  /^http_(?!skip_not_found|make_head|max_fields|max_field|max_uri|connection_timeout|send_timeout|receive_timeout|retry|max_tries)/.test(
    name,
  );

const taken = new Set([
  "query",
  "user",
  "password",
  "database",
  "query_id",
  "default_format",
  "session_id",
  "session_timeout",
  "session_check",
]);

const MAX_SESSION_SECONDS = 3600;
const MIN_PROGRESS_MS = 1000;
const encodings: readonly ResponseEncoding[] = ["gzip", "deflate", "br"];

const isOn = (value: string | null | undefined): boolean => value === "1" || value?.toLowerCase() === "true";

function sessionTimeout(text: string | null): number {
  if (text === null) return 60;
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds > MAX_SESSION_SECONDS)
    throw new ClickHouseError(374, "INVALID_SESSION_TIMEOUT", `Invalid session timeout: '${text}'`);
  return seconds;
}

/** Compression of the answer, be it a result or an error: asked for by setting and header. */
export function responseEncoding({ url, headers }: RequestHead): ResponseEncoding | undefined {
  const accept = headers["accept-encoding"];
  const isEnabled = isOn(new URL(url, "http://engine").searchParams.get("enable_http_compression"));
  if (!isEnabled || typeof accept !== "string") return undefined;
  const offered = accept
    .toLowerCase()
    .split(",")
    .map((part) => part.split(";").map((piece) => piece.trim()))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
    .map(([name]) => name);
  return encodings.find((encoding) => offered.includes(encoding));
}

/**
 * Reads a request of the ClickHouse HTTP interface.
 * @throws ClickHouseError for a malformed request.
 */
export function parseRequest(head: RequestHead): QueryRequest {
  const { method, url, headers } = head;
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === "string" ? value : value?.[0];
  };
  const search = new URL(url, "http://engine").searchParams;
  for (const name of ["compress", "decompress"])
    if (isOn(search.get(name)))
      throw new ClickHouseError(48, "NOT_IMPLEMENTED", `'${name}=1' is not supported, use HTTP compression`);
  const role = search.get("role");
  if (role !== null)
    throw new ClickHouseError(511, "UNKNOWN_ROLE", `There is no role \`${role}\` in user directories.`);
  const parameters = new Map<string, string>();
  const settings = new Map<string, string>();
  for (const [name, value] of search) {
    if (name.startsWith("param_")) parameters.set(name.slice(6), value);
    else if (!taken.has(name) && !isHttpOnly(name)) settings.set(name, value);
  }
  for (const name of [...parameters.keys(), ...settings.keys()])
    if (!/^\w+$/.test(name)) throw new ClickHouseError(115, "UNKNOWN_SETTING", `Unknown setting '${name}'`);
  const queryId = search.get("query_id") ?? header("x-clickhouse-query-id");
  const database = search.get("database") ?? header("x-clickhouse-database");
  const format = search.get("default_format") ?? header("x-clickhouse-format") ?? "TabSeparated";
  if (!/^\w+$/.test(format)) throw new ClickHouseError(73, "UNKNOWN_FORMAT", `Unknown format ${format}`);
  const sessionId = search.get("session_id");
  const encoding = responseEncoding(head);
  return {
    urlQuery: search.get("query") ?? "",
    ...(queryId && { queryId }),
    ...(database && { database }),
    defaultFormat: format,
    ...(sessionId && {
      session: {
        id: sessionId,
        timeoutSeconds: sessionTimeout(search.get("session_timeout")),
        mustExist: isOn(search.get("session_check")),
      },
    }),
    parameters,
    settings,
    isReadOnlyMethod: method === "GET" || method === "HEAD",
    ...(isOn(search.get("send_progress_in_http_headers")) && {
      progressIntervalMs: Math.max(MIN_PROGRESS_MS, Number(search.get("http_headers_progress_interval_ms")) || 0),
    }),
    waitEndOfQuery: isOn(search.get("wait_end_of_query")),
    ...(encoding && { responseEncoding: encoding }),
  };
}
