import { expect, test } from "vitest";
import { parseRequest } from "./parseRequest.ts";

const parse = (url: string, headers: Record<string, string> = {}, method = "POST") =>
  parseRequest({ method, url, headers });

test("reads every part of a request", () => {
  const url =
    "/?query=SELECT+1&query_id=q1&database=mart&default_format=JSON&session_id=s&session_timeout=5&session_check=1" +
    "&param_a=%5Ct&param_b=2&max_threads=1&wait_end_of_query=1&enable_http_compression=1&buffer_size=10&http_zlib_compression_level=1";
  expect(parse(url, { "accept-encoding": "br;q=0.5, gzip" })).toEqual({
    urlQuery: "SELECT 1",
    queryId: "q1",
    database: "mart",
    defaultFormat: "JSON",
    session: { id: "s", timeoutSeconds: 5, mustExist: true },
    parameters: new Map([
      ["a", "\\t"],
      ["b", "2"],
    ]),
    settings: new Map([["max_threads", "1"]]),
    isReadOnlyMethod: false,
    waitEndOfQuery: true,
    responseEncoding: "gzip",
  });
});

test("says little when little is asked", () => {
  expect(parse("/", {}, "GET")).toEqual({
    urlQuery: "",
    defaultFormat: "TabSeparated",
    parameters: new Map(),
    settings: new Map(),
    isReadOnlyMethod: true,
    waitEndOfQuery: false,
  });
});

test("takes database and format from headers", () => {
  const request = parse("/", { "x-clickhouse-database": "ops", "x-clickhouse-format": "CSV" });
  expect(request).toMatchObject({ database: "ops", defaultFormat: "CSV" });
});

test("compresses only when setting and header both ask for it", () => {
  expect(parse("/", { "accept-encoding": "gzip" }).responseEncoding).toBeUndefined();
  expect(parse("/?enable_http_compression=1").responseEncoding).toBeUndefined();
  expect(parse("/?enable_http_compression=1", { "accept-encoding": "zstd" }).responseEncoding).toBeUndefined();
});

test("keeps settings of the engine that begin with http", () => {
  expect([...parse("/?http_max_tries=3&http_headers_progress_interval_ms=1").settings.keys()]).toEqual([
    "http_max_tries",
  ]);
});

test.each([
  ["/?session_id=s&session_timeout=9999", "INVALID_SESSION_TIMEOUT"],
  ["/?session_id=s&session_timeout=x", "INVALID_SESSION_TIMEOUT"],
  ["/?a%3D1%2Cb=2", "UNKNOWN_SETTING"],
  ["/?default_format=a%20b", "UNKNOWN_FORMAT"],
  ["/?decompress=1", "NOT_IMPLEMENTED"],
])("refuses %s", (url, codeName) => {
  expect(() => parse(url)).toThrow(expect.objectContaining({ codeName }));
});
