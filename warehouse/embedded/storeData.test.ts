import { readdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { basicAuth, type EngineFixture, engineFixture } from "../testing/engineFixture.ts";

let fixture: EngineFixture;
beforeAll(async () => {
  fixture = await engineFixture();
  await fixture.post("CREATE TABLE t (a UInt32, b String) ORDER BY a");
  await fixture.post("CREATE TABLE rows (n UInt64, a UInt64, b String, d Date) ORDER BY tuple()");
});
beforeEach(async () => {
  await fixture.post("TRUNCATE TABLE t");
});
afterAll(() => fixture.close());

const count = async (table = "t"): Promise<number> => Number((await fixture.post(`SELECT count() FROM ${table}`)).text);
const insert = (sql: string, body: RequestInit["body"], search: Record<string, string> = {}, headers = {}) =>
  fixture.post(sql, search, { body: body ?? null, headers });
const inputCsv =
  "INSERT INTO t (a, b) SELECT toUInt32(x) + 100, upper(y) FROM input('x String, y String') WHERE x != '' FORMAT CSV";

/** Sends `data` with a length it does not reach, and goes away. */
async function breakOff(sql: string, data: Buffer, afterMs: number): Promise<void> {
  const url = new URL(fixture.engine.url);
  url.search = new URLSearchParams({ query: sql }).toString();
  const headers = { Authorization: basicAuth(fixture.engine), "Content-Length": 1e12 };
  const upload = request(url, { method: "POST", headers });
  upload.on("error", () => undefined);
  upload.write(data);
  await delay(afterMs);
  upload.destroy();
}

describe("input()", () => {
  test("stores what it selects from the body, with the URL's format settings", async () => {
    const search = { format_csv_delimiter: ";", input_format_csv_skip_first_lines: "1" };
    const answer = await insert(inputCsv, 'head;er\n1;x\n2;"đ;"\n', search);
    expect(answer).toMatchObject({ status: 200, text: "" });
    expect(JSON.parse(answer.headers.get("x-clickhouse-summary") ?? "")).toMatchObject({ written_rows: "2" });
    expect((await fixture.post("SELECT * FROM t ORDER BY a")).text).toBe("101\tX\n102\tđ;\n");
  });

  test("takes statement and data in one body", async () => {
    const url = fixture.engine.url;
    const headers = { Authorization: basicAuth(fixture.engine) };
    const answer = await fetch(url, { method: "POST", headers, body: `${inputCsv}\n7,seven\n` });
    expect(answer.status).toBe(200);
    expect((await fixture.post("SELECT * FROM t")).text).toBe("107\tSEVEN\n");
  });

  test("fails as the statement fails, and stores nothing", async () => {
    const sql = "INSERT INTO t SELECT throwIf(a = '2', 'bad row'), b FROM input('a String, b String') FORMAT CSV";
    expect(await insert(sql, "1,x\n2,y\n")).toMatchObject({ status: 500, text: expect.stringMatching(/bad row/) });
    expect(await count()).toBe(0);
  });
});

describe("formats and encodings", () => {
  const source = "SELECT toUInt32(number) AS a, toString(number) AS b FROM numbers(1000) FORMAT";
  test.each([
    "CSV",
    "CSVWithNames",
    "TSV",
    "JSONEachRow",
    "JSON",
    "Native",
    "RowBinary",
    "Parquet",
    "Arrow",
    "ArrowStream",
    "ORC",
    "Avro",
    "MsgPack",
    "Values",
  ])("%s goes in as it came out", async (format) => {
    const result = await fetch(`${fixture.engine.url}/?${new URLSearchParams({ query: `${source} ${format}` })}`, {
      headers: { Authorization: basicAuth(fixture.engine) },
    });
    expect(await insert(`INSERT INTO t FORMAT ${format}`, await result.arrayBuffer())).toMatchObject({ status: 200 });
    expect((await fixture.post("SELECT count(), sum(a), uniqExact(b) FROM t")).text).toBe("1000\t499500\t1000\n");
  });

  test("LineAsString, and values past what is sent inline", async () => {
    await insert("INSERT INTO t (b) FORMAT LineAsString", "one\ntwo, 2\n");
    expect((await fixture.post("SELECT b FROM t ORDER BY b")).text).toBe("one\ntwo, 2\n");
    const values = Array.from({ length: 500_000 }, (_, i) => `(${i}, 'value')`).join(",");
    expect(await insert("INSERT INTO t VALUES", values)).toMatchObject({ status: 200 });
    expect(await count()).toBe(500_002);
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)("%s is decompressed, and a damaged one refused", async (encoding, compress) => {
    const body = compress("1,x\n2,y\n3,z\n");
    const headers = { "Content-Encoding": encoding };
    expect((await insert("INSERT INTO t FORMAT CSV", body, {}, headers)).status).toBe(200);
    expect(await count()).toBe(3);
    const cut = await insert("INSERT INTO t FORMAT CSV", body.subarray(0, body.length - 5), {}, headers);
    expect(cut.text).toMatch(/^Code: 354/);
    expect(await count()).toBe(3);
  });

  test("an encoding that is not known is refused", async () => {
    const answer = await insert("INSERT INTO t FORMAT CSV", "x", {}, { "Content-Encoding": "zstd" });
    expect(answer).toMatchObject({ status: 501, text: expect.stringMatching(/Content-Encoding zstd/) });
  });

  test("no data is no rows; asynchronous inserts are stored when answered", async () => {
    expect((await insert("INSERT INTO t FORMAT CSV", "")).status).toBe(200);
    expect(await count()).toBe(0);
    await insert("INSERT INTO t FORMAT CSV", "1,x\n", { async_insert: "1", wait_for_async_insert: "0" });
    expect(await count()).toBe(1);
  });
});

describe("data that is wrong or breaks off", () => {
  test("a bad row fails the insert", async () => {
    const answer = await insert("INSERT INTO t FORMAT CSV", "1,x\nbad,y\n");
    expect(answer).toMatchObject({ status: 400, text: expect.stringMatching(/CANNOT_PARSE_INPUT_ASSERTION_FAILED/) });
    expect(await count()).toBe(0);
  });

  test("an error is told at once, behind an upload that is still being sent", async () => {
    const body = "1,x\n".repeat(2_000_000);
    expect(await insert("INSERT INTO nowhere FORMAT CSV", body)).toMatchObject({ status: 404 });
  });

  test.each([
    "INSERT INTO t FORMAT CSV",
    inputCsv,
    "INSERT INTO t FORMAT Native",
    "INSERT INTO t FORMAT Parquet",
    "INSERT INTO t VALUES",
  ])("a sender that goes away stores nothing by %s", async (sql) => {
    await breakOff(sql, Buffer.from("1,x\n2,y\n"), 200);
    const running = async () =>
      Number((await fixture.post("SELECT count() FROM system.processes WHERE query ILIKE 'INSERT%'")).text);
    await expect.poll(running).toBe(0);
    expect(await count()).toBe(0);
    const spooled = (await readdir(join(fixture.dataDir, "clickhouse-pipes"))).filter((name) =>
      name.startsWith("spool"),
    );
    expect(spooled).toEqual([]);
  });
});

describe("size", () => {
  const lines = Buffer.from(Array.from({ length: 4000 }, (_, i) => `${i},some text value ${i},2021-01-01\n`).join(""));
  const REPEATS = 2500;

  /** Resident memory of the engine's process that is not the engine's: what Node itself holds. */
  async function peakMemory(during: Promise<unknown>): Promise<number> {
    let isDone = false;
    let peak = 0;
    const watch = (async () => {
      while (!isDone) {
        const status = await readFile(`/proc/${fixture.engine.pid}/status`, "utf8");
        peak = Math.max(peak, Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) * 1024);
        await delay(20);
      }
    })();
    await during.finally(() => {
      isDone = true;
    });
    await watch;
    return peak;
  }

  // The peak is read from /proc.
  test.runIf(process.platform === "linux")("hundreds of megabytes at constant memory, rows in order", async () => {
    const sql =
      "INSERT INTO rows SELECT rowNumberInAllBlocks(), toUInt64(a), upper(b), toDate(d) FROM input('a String, b String, d String') FORMAT CSV";
    const upload = async (repeats: number): Promise<void> => {
      const values = Readable.from(
        (function* () {
          for (let i = 0; i < repeats; i++) yield lines;
        })(),
        { objectMode: false },
      );
      const clickhouse_settings = {
        max_threads: 1,
        input_format_parallel_parsing: 0,
        min_insert_block_size_rows: "100000",
        max_insert_block_size: "100000",
      } as const;
      const { stream } = await fixture.client.exec({ query: sql, values, clickhouse_settings });
      stream.resume();
    };
    const small = await peakMemory(upload(REPEATS / 10));
    await fixture.post("TRUNCATE TABLE rows");
    const large = await peakMemory(upload(REPEATS));
    expect((await fixture.post("SELECT count(), countIf(n % 4000 != a), max(n) FROM rows")).text).toBe(
      "10000000\t0\t9999999\n",
    );
    expect(large - small).toBeLessThan(200 * 1024 * 1024);
  });
});
