import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EngineFixture, engineFixture } from "../testing/engineFixture.ts";
import { parseStatement } from "./parseStatement.ts";

let fixture: EngineFixture;
beforeAll(async () => {
  fixture = await engineFixture();
  await fixture.client.command({
    query: "CREATE TABLE t (a UInt64, b String DEFAULT concat('d', toString(a))) ORDER BY a",
  });
});
afterAll(() => fixture.close());

const rowsOf = async (query: string, more: object = {}): Promise<unknown[]> =>
  (await fixture.client.query({ query, format: "JSONEachRow", ...more })).json();

async function runningQueries(): Promise<number> {
  const rows = await rowsOf(
    "SELECT query FROM system.processes WHERE query LIKE '%sipHash64%' AND query NOT LIKE '%processes%'",
  );
  return rows.length;
}
const endless = "SELECT count() FROM numbers(1e12) WHERE NOT ignore(sipHash64(number))";

test("answers a ping, and what clients ask when they connect", async () => {
  expect(await fixture.client.ping()).toMatchObject({ success: true });
  const [row] = await rowsOf("SELECT version() AS v, timezone() AS tz, currentDatabase() AS db, currentUser() AS u");
  expect(row).toMatchObject({ v: expect.stringMatching(/^26\./), tz: "UTC", db: "default", u: "default" });
});

test("binds parameters on the server", async () => {
  const query =
    "SELECT {n:UInt64} + 1 AS n, {s:String} AS s, {a:Array(String)} AS a, {d:Date} AS d, {o:Nullable(String)} AS o";
  const query_params = { n: 41, s: "it's a\ttab \\ and Hà Nội", a: ["x'y", "z"], d: "2021-08-04", o: null };
  expect(await rowsOf(query, { query_params })).toEqual([
    { n: 42, s: "it's a\ttab \\ and Hà Nội", a: ["x'y", "z"], d: "2021-08-04", o: null },
  ]);
  await expect(rowsOf("SELECT {missing:String}")).rejects.toMatchObject({ code: "456" });
});

describe("inserts", () => {
  test("rows, a stream, and values with defaults for what is left out", async () => {
    const { client } = fixture;
    await client.command({ query: "TRUNCATE TABLE t" });
    const { summary } = await client.insert({
      table: "t",
      values: [{ a: 1 }, { a: 2, b: "x" }],
      format: "JSONEachRow",
    });
    expect(summary).toMatchObject({ written_rows: "2" });
    const stream = Readable.from(Array.from({ length: 20_000 }, (_, i) => ({ a: i + 10, b: `v${i}` })));
    await client.insert({ table: "t", values: stream, format: "JSONEachRow" });
    await client.command({ query: "INSERT INTO t VALUES (3, DEFAULT), (4, upper('q'))" });
    const inserted = await client.command({ query: "INSERT INTO t SELECT number + 100000, 's' FROM numbers(5)" });
    expect(inserted.summary).toMatchObject({ written_rows: "5" });
    expect(await rowsOf("SELECT a, b FROM t WHERE a < 5 ORDER BY a")).toEqual([
      { a: 1, b: "d1" },
      { a: 2, b: "x" },
      { a: 3, b: "d3" },
      { a: 4, b: "Q" },
    ]);
    expect(await rowsOf("SELECT count() AS n FROM t")).toEqual([{ n: 20009 }]);
  });

  test("compressed both ways", async () => {
    const client = fixture.connect({ compression: { request: true, response: true } });
    await client.command({ query: "CREATE TABLE z (a UInt64, b String) ORDER BY a" });
    const values = Array.from({ length: 5000 }, (_, i) => ({ a: i, b: "abc".repeat(50) }));
    await client.insert({ table: "z", values, format: "JSONEachRow" });
    const result = await client.query({ query: "SELECT * FROM z", format: "JSONEachRow" });
    expect(result.response_headers["content-encoding"]).toBe("gzip");
    expect(await result.json()).toHaveLength(5000);
  });
});

describe("results", () => {
  test("stream, whole and in every row", async () => {
    const result = await fixture.client.query({ query: "SELECT number FROM numbers(500000)", format: "JSONEachRow" });
    let sum = 0n;
    let count = 0;
    for await (const rows of result.stream<{ number: number }>())
      for (const row of rows) {
        sum += BigInt(row.json().number);
        count++;
      }
    expect([count, sum]).toEqual([500_000, (500_000n * 499_999n) / 2n]);
  });

  test("one JSON document, however many blocks", async () => {
    const query = "SELECT number FROM numbers(300000) SETTINGS max_block_size = 1000";
    const document = await (await fixture.client.query({ query, format: "JSON" })).json();
    expect(document).toMatchObject({ rows: 300_000, meta: [{ name: "number", type: "UInt64" }] });
  });

  test("a failure after the first rows reaches the reader as the engine's error", async () => {
    const query =
      "SELECT number, throwIf(number = 900000, 'late failure') FROM numbers(1000000) SETTINGS max_block_size = 10000";
    const result = await fixture.client.query({ query, format: "JSONEachRow" });
    const read = async (): Promise<void> => {
      for await (const rows of result.stream()) expect(rows.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow(/late failure/);
  });

  test("a failure in a compressed result breaks it off", async () => {
    const client = fixture.connect({ compression: { response: true } });
    const query =
      "SELECT number, throwIf(number = 2900000, 'late failure') FROM numbers(3000000) SETTINGS max_block_size = 10000";
    await expect(client.query({ query, format: "JSON" }).then((result) => result.json())).rejects.toThrow();
  });
});

test("rows with progress come as they are made", async () => {
  const query = "SELECT number, sleepEachRow(0.1) FROM numbers(20) SETTINGS max_block_size = 1";
  const began = performance.now();
  const result = await fixture.client.query({ query, format: "JSONEachRowWithProgress" });
  const arrivals: number[] = [];
  const kinds = new Set<string>();
  for await (const rows of result.stream<Record<string, unknown>>())
    for (const row of rows) {
      for (const kind of Object.keys(row.json())) kinds.add(kind);
      arrivals.push(performance.now() - began);
    }
  expect([...kinds]).toEqual(expect.arrayContaining(["row", "progress"]));
  // The rows take two seconds together: held back, the first would come with the last.
  expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(500);
});

describe("refusals reach the client as the engine's errors", () => {
  test("whatever the method, with compression on too", async () => {
    const client = fixture.connect({ compression: { request: true, response: true } });
    const refusal = { code: "62" };
    for (const query of ["SELEC 1", "é INSERT INTO t VALUES (1)", "\x01SELECT 1", "exit"]) {
      await expect(client.query({ query })).rejects.toMatchObject(refusal);
      await expect(client.command({ query })).rejects.toMatchObject(refusal);
      await expect(client.exec({ query })).rejects.toMatchObject(refusal);
    }
    await expect(client.insert({ table: "nowhere", values: [{ a: 1 }], format: "JSONEachRow" })).rejects.toMatchObject({
      code: "60",
    });
  });

  test("a role that does not exist, of the client or of one call", async () => {
    const unknownRole = { code: "511", type: "UNKNOWN_ROLE" };
    await expect(fixture.connect({ role: "nobody" }).query({ query: "SELECT 1" })).rejects.toMatchObject(unknownRole);
    await expect(fixture.client.command({ query: "SELECT 1", role: ["a", "b"] })).rejects.toMatchObject(unknownRole);
    await expect(
      fixture.client.insert({ table: "t", values: [{ a: 1 }], format: "JSONEachRow", role: "nobody" }),
    ).rejects.toMatchObject(unknownRole);
  });

  test("and its ping by a query says that the password is wrong", async () => {
    expect(await fixture.client.ping({ select: true })).toMatchObject({ success: true });
    const answer = await fixture.connect({ password: "wrong" }).ping({ select: true });
    expect(answer).toMatchObject({ success: false, error: { code: "516" } });
  });
});

test("a list of 200,000 values is answered, and cutting it up holds up nobody for long", async () => {
  const list = Array.from({ length: 200_000 }, (_, i) => i).join(",");
  const query = `SELECT count() AS n FROM numbers(10) WHERE number IN (${list})`;
  expect(await rowsOf(query, { clickhouse_settings: { max_query_size: "10000000" } })).toEqual([{ n: 10 }]);
  // In time of the processor, which other programs do not lengthen.
  const text = Buffer.from(query).toString("latin1");
  const before = process.cpuUsage();
  for (let i = 0; i < 5; i++) parseStatement(text, true);
  expect(process.cpuUsage(before).user / 5000).toBeLessThan(150);
});

test("a statement longer than the client's timeout is kept alive by progress", async () => {
  const clickhouse_settings = { send_progress_in_http_headers: 1, http_headers_progress_interval_ms: "1000" } as const;
  const client = fixture.connect({ request_timeout: 1800, clickhouse_settings });
  const result = await client.query({ query: "SELECT sleep(3) AS s", format: "JSONEachRow" });
  expect(await result.json()).toEqual([{ s: 0 }]);
});

describe("sessions", () => {
  test("keep temporary tables and settings, to themselves", async () => {
    const client = fixture.connect({ session_id: "keeps" });
    const ask = async (query: string, clickhouse_settings = {}): Promise<unknown> =>
      (await client.query({ query, format: "JSONEachRow", clickhouse_settings })).json();
    await client.command({ query: "CREATE TEMPORARY TABLE mine (a Int8)" });
    await client.insert({ table: "mine", values: [{ a: 7 }], format: "JSONEachRow" });
    await client.command({ query: "SET max_block_size = 777" });
    const settings = "SELECT getSetting('max_block_size') AS b, getSetting('max_threads') AS t";
    const before = await ask(settings);
    expect(await ask(settings, { max_threads: 1 })).toEqual([{ b: 777, t: 1 }]);
    expect(await ask(settings)).toEqual(before);
    expect(await ask("SELECT a FROM mine")).toEqual([{ a: 7 }]);
    await expect(rowsOf("SELECT a FROM mine")).rejects.toMatchObject({ code: "60" });
    await expect(ask("SELECT 1", { nonsense: 1 })).rejects.toMatchObject({ code: "115" });
    expect(await ask("SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });

  test("serve one statement at a time", async () => {
    const client = fixture.connect({ session_id: "busy" });
    const slow = client.query({ query: "SELECT sleep(1)", format: "JSON" });
    await delay(200);
    await expect(client.query({ query: "SELECT 1" })).rejects.toMatchObject({ code: "373", type: "SESSION_IS_LOCKED" });
    await (await slow).json();
    for (let i = 0; i < 50; i++) await (await client.query({ query: "SELECT 1" })).text();
  });

  test("end after their timeout", async () => {
    const search = { session_id: "short", session_timeout: "1" };
    expect((await fixture.post("CREATE TEMPORARY TABLE gone (a Int8)", search)).status).toBe(200);
    expect((await fixture.post("SELECT * FROM gone", { ...search, session_check: "1" })).status).toBe(200);
    await delay(1300);
    expect((await fixture.post("SELECT 1", { ...search, session_check: "1" })).text).toMatch(/SESSION_NOT_FOUND/);
  });
});

describe("cancelling", () => {
  test("KILL QUERY by the client's query id", async () => {
    const slow = fixture.client.query({ query: endless, query_id: "to-kill" }).catch((error: unknown) => error);
    await delay(300);
    await expect(fixture.client.query({ query: "SELECT 1", query_id: "to-kill" })).rejects.toMatchObject({
      code: "216",
    });
    const killed = await rowsOf("KILL QUERY WHERE query_id = 'to-kill'");
    expect(killed).toHaveLength(1);
    expect(await slow).toMatchObject({ code: "394" });
    expect(await runningQueries()).toBe(0);
    expect(await rowsOf("SELECT 1 AS again", { query_id: "to-kill" })).toEqual([{ again: 1 }]);
  });

  test("a client that goes away takes its query with it", async () => {
    const abort = new AbortController();
    const slow = fixture.client.query({ query: endless, abort_signal: abort.signal }).catch((error: unknown) => error);
    await delay(300);
    expect(await runningQueries()).toBe(1);
    abort.abort();
    await slow;
    await expect.poll(runningQueries, { timeout: 5000 }).toBe(0);
  });

  test("and so does one that stops reading half-way", async () => {
    const abort = new AbortController();
    const query = "SELECT number, sipHash64(number) FROM numbers(1e12)";
    const result = await fixture.client.query({ query, format: "CSV", abort_signal: abort.signal });
    const stream = result.stream();
    stream.on("error", () => undefined);
    await delay(200);
    stream.destroy();
    abort.abort();
    await expect.poll(runningQueries, { timeout: 5000 }).toBe(0);
  });
});
