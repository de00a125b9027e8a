import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { basicAuth, type EngineFixture, engineFixture } from "../testing/engineFixture.ts";

let fixture: EngineFixture;
beforeAll(async () => {
  fixture = await engineFixture();
  await fixture.post("CREATE TABLE t (a UInt32, b String) ORDER BY a");
});
afterAll(() => fixture.close());

/** curl against `path`, with credentials; its output. */
async function curl(path: string, ...args: string[]): Promise<string> {
  const { engine } = fixture;
  const login = ["-u", `${engine.user}:${engine.password}`];
  const { stdout } = await promisify(execFile)("curl", ["-sS", "-m", "20", ...login, ...args, `${engine.url}${path}`]);
  return stdout;
}
const query = (sql: string): string => `/?query=${encodeURIComponent(sql)}`;

test("curl: ping, a query in the URL, in the body, and in both", async () => {
  expect(await curl("/ping")).toBe("Ok.\n");
  expect(await curl("/")).toBe("Ok.\n");
  expect(await curl(query("SELECT 1, 'x'"))).toBe("1\tx\n");
  expect(await curl("/", "-d", "SELECT 2 FORMAT CSV -- note")).toBe("2\n");
  expect(await curl(query("SELECT number"), "-d", "FROM numbers(2)")).toBe("0\n1\n");
  expect(await curl(query("INSERT INTO t"), "-d", "FORMAT CSV\n1,x\n2,y\n")).toBe("");
  expect(await curl(query("INSERT INTO t VALUES"), "-d", "(3, 'z;')")).toBe("");
  expect(await curl("/", "--data-binary", "INSERT INTO t FORMAT TSV\n4\tw\n")).toBe("");
  expect(await curl(query("SELECT arraySort(groupArray(b)) FROM t"))).toBe("['w','x','y','z;']\n");
});

test("curl: an upload with Expect: 100-continue", async () => {
  const rows = Array.from({ length: 2000 }, (_, i) => `${i},${"v".repeat(1000)}\n`).join("");
  const run = promisify(execFile)("curl", [
    ...["-sS", "-m", "20", "-H", `Authorization: ${basicAuth(fixture.engine)}`, "--data-binary", "@-"],
    fixture.engine.url + query("INSERT INTO t FORMAT CSV"),
  ]);
  run.child.stdin?.end(rows);
  await run;
  expect(await curl(query("SELECT count() FROM t WHERE length(b) = 1000"))).toBe("2000\n");
});

test("format: the query's, else default_format, else the header, else TabSeparated", async () => {
  const formats = async (sql: string, search: Record<string, string>, headers: Record<string, string>) =>
    (await fixture.post(sql, search, { headers })).headers.get("x-clickhouse-format");
  const header = { "X-ClickHouse-Format": "CSV" };
  expect(await formats("SELECT 1 FORMAT JSON", { default_format: "TSV" }, header)).toBe("JSON");
  expect(await formats("SELECT 1", { default_format: "TSV" }, header)).toBe("TSV");
  expect(await formats("SELECT 1", {}, header)).toBe("CSV");
  expect(await formats("SELECT 1", {}, {})).toBe("TabSeparated");
});

test("headers say who, what and how much", async () => {
  const { headers } = await fixture.post("SELECT number FROM numbers(3)", { query_id: "my id" });
  expect(headers.get("x-clickhouse-query-id")).toBe("my id");
  expect(headers.get("x-clickhouse-timezone")).toBe("UTC");
  expect(headers.get("x-clickhouse-server-display-name")).toMatch(/^embedded-/);
  expect(JSON.parse(headers.get("x-clickhouse-summary") ?? "")).toMatchObject({ result_rows: "3", written_rows: "0" });
});

test.each([
  ["SELEC 1", {}, 400, 62],
  ["SELECT 1; SELECT 2", {}, 400, 62],
  ["", {}, 400, 62],
  ["SELECT * FROM nowhere", {}, 404, 60],
  ["SELECT 1", { database: "nowhere" }, 404, 81],
  ["SELECT 1", { no_such_setting: "1" }, 404, 115],
  ["SELECT 1 FORMAT Nonsense", {}, 404, 73],
  ["INSERT INTO nowhere FORMAT CSV\n1", {}, 404, 60],
  ["INSERT INTO t FORMAT Nonsense\n1", {}, 404, 73],
  ["INSERT INTO t SELECT * FROM input('a Nonsense') FORMAT CSV\n1", {}, 404, 50],
  ["INSERT INTO t VALUES (1, 'r')", { readonly: "1" }, 500, 164],
  ["SELECT throwIf(1)", {}, 500, 395],
  ["SELECT sleep(2)", { max_execution_time: "1", timeout_before_checking_execution_speed: "0" }, 408, 159],
  ["SELECT groupArray(number) FROM numbers(100000000)", { max_memory_usage: "50000000" }, 500, 241],
  ["SELECT 1", { session_id: "x", session_timeout: "9999" }, 500, 374],
  ["SELECT 1 INTO OUTFILE '/tmp/x'", {}, 500, 358],
  ["SHOW TABLES INTO OUTFILE '/tmp/x'", {}, 500, 358],
  ["SELECT 1", { role: "nobody" }, 404, 511],
  ["SELECT\0 1", {}, 400, 62],
] satisfies [string, Record<string, string>, number, number][])(
  "%j %j answers %d with code %d",
  async (sql, search, status, code) => {
    const answer = await fixture.post(sql, search);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-clickhouse-exception-code")).toBe(String(code));
    expect(answer.text).toMatch(
      new RegExp(`^Code: ${code}\\. DB::Exception: [^]+\\([A-Z_]+\\) \\(version 26\\.[^]+\\)\\n$`),
    );
  },
);

test("GET reads only; HTTP settings are ignored and the engine's are obeyed", async () => {
  expect((await fixture.post("CREATE TABLE g (a Int8) ORDER BY a", {}, { method: "GET" })).text).toMatch(/READONLY/);
  const session = { session_id: "reads" };
  expect((await fixture.post("INSERT INTO t VALUES (1, '')", session, { method: "GET" })).text).toMatch(/READONLY/);
  const search = {
    buffer_size: "1",
    send_progress_in_http_headers: "1",
    wait_end_of_query: "1",
    max_block_size: "123",
  };
  const { text } = await fixture.post("SELECT getSetting('max_block_size')", search, { method: "GET" });
  expect(text).toBe("123\n");
});

test("a setting, a parameter or a database of one request is not the next one's", async () => {
  await fixture.post("SET max_block_size = 99");
  await fixture.post("USE system");
  await fixture.post("SELECT {p:String}", { param_p: "secret", database: "system", max_block_size: "98" });
  expect((await fixture.post("SELECT {p:String}")).text).toMatch(/UNKNOWN_QUERY_PARAMETER/);
  const { text } = await fixture.post("SELECT currentDatabase(), getSetting('max_block_size')");
  expect(text).toMatch(/^default\t6\d+\n$/);
});

test("compresses when asked, streamed or whole", async () => {
  for (const rows of [10, 400_000]) {
    const args = ["-H", "Accept-Encoding: gzip", "--output", "-"];
    const { engine } = fixture;
    const url = `${engine.url}${query(`SELECT number FROM numbers(${rows})`)}&enable_http_compression=1`;
    const login = ["-sS", "-u", `${engine.user}:${engine.password}`];
    const { stdout } = await promisify(execFile)("curl", [...login, ...args, url], { encoding: "buffer" });
    expect(gunzipSync(stdout).toString().trimEnd().split("\n")).toHaveLength(rows);
  }
});

test("wait_end_of_query: a late failure has its status, a whole result its summary", async () => {
  const late = "SELECT number, throwIf(number = 900000) FROM numbers(1000000) SETTINGS max_block_size = 10000";
  const failed = await fixture.post(late, { wait_end_of_query: "1" });
  expect(failed.status).toBe(500);
  const whole = await fixture.post("SELECT number FROM numbers(1000000)", { wait_end_of_query: "1" });
  expect(whole.text.length).toBe(6_888_890);
  expect(whole.headers.get("x-clickhouse-summary")).toContain('"result_rows":"1000000"');
});

test("without it, a late failure is never a whole answer", async () => {
  const late = "SELECT number, throwIf(number = 900000) FROM numbers(1000000) SETTINGS max_block_size = 10000";
  await expect(fixture.post(late)).rejects.toThrow(/terminated|fetch failed/);
});

test("results read back by the format they came in", async () => {
  const answer = await fetch(
    `${fixture.engine.url}${query("SELECT number AS a FROM numbers(200000) FORMAT Parquet")}`,
    {
      headers: { Authorization: basicAuth(fixture.engine) },
    },
  );
  const body = await answer.arrayBuffer();
  await fixture.post("CREATE TABLE back (a UInt64) ORDER BY a");
  expect((await fixture.post("INSERT INTO back FORMAT Parquet", {}, { body })).status).toBe(200);
  expect((await fixture.post("SELECT count(), sum(a) FROM back")).text).toBe("200000\t19999900000\n");
});

test("refuses who does not know the password", async () => {
  const wrong = await fixture.post(
    "SELECT 1",
    {},
    { headers: { Authorization: basicAuth({ user: "default", password: "x" }) } },
  );
  expect(wrong).toMatchObject({ status: 403, text: expect.stringMatching(/^Code: 516\..*AUTHENTICATION_FAILED/) });
  const bare = await fetch(`${fixture.engine.url}${query("SELECT 1")}`);
  expect(bare.status).toBe(403);
});

test("a greeting on / tells GET and HEAD that the engine is there", async () => {
  for (const method of ["GET", "HEAD"]) {
    const answer = await fetch(fixture.engine.url, { method });
    expect([answer.status, answer.headers.get("content-length")]).toEqual([200, "4"]);
    expect(await answer.text()).toBe(method === "GET" ? "Ok.\n" : "");
  }
  expect(await curl("/", "-I")).toMatch(/^HTTP\/1\.1 200 OK/);
});

test.each([
  "\x01INSERT INTO t VALUES (7, 'x')",
  "é INSERT INTO t VALUES (7, 'x')",
  "!INSERT INTO t VALUES (7, 'x')",
  "\\INSERT INTO t VALUES (7, 'x')",
  "\x00SELECT 1",
  "'INSERT INTO t VALUES (7, x)",
  "`x",
  "\x7f",
  "~SELECT 1",
  "&",
  // Commands of the engine's terminal, which it would carry out or pass over in silence.
  "exit",
  "quit;",
  "q",
  ":q",
  "\\q",
  "\\i /etc/hostname",
  "?? how many",
  "учше",
])("%j is no statement: refused, never answered as if it had run", async (sql) => {
  const refusal = { status: 400, text: expect.stringMatching(/^Code: 62\.[\s\S]*SYNTAX_ERROR/) };
  expect(await fixture.post(sql)).toMatchObject(refusal);
  expect(await fixture.post("", {}, { body: sql })).toMatchObject(refusal);
});

test("every byte that begins no statement is refused", async () => {
  const statuses: number[] = [];
  for (let byte = 0; byte < 256; byte++) {
    // What a statement, a comment, or an expression of implicit_select may begin with is the engine's to judge.
    if (/[\s\w"'`([{*+#/-]/.test(String.fromCharCode(byte)) && byte < 128) continue;
    const body = Buffer.concat([Buffer.from([byte]), Buffer.from("CREATE TABLE never (a Int8) ORDER BY a")]);
    const { status } = await fixture.post("", {}, { body });
    if (status !== 400) statuses.push(byte);
  }
  expect(statuses).toEqual([]);
  expect((await fixture.post("EXISTS TABLE never")).text).toBe("0\n");
});

test("blanks of office documents are blanks", async () => {
  await fixture.post("CREATE TABLE office (a UInt8, b String) ORDER BY a");
  const answer = await fixture.post("\ufeff\u00a0INSERT INTO office\u2003FORMAT CSV", {}, { body: "1,à\n" });
  expect(answer.headers.get("x-clickhouse-summary")).toContain('"written_rows":"1"');
  expect((await fixture.post("SELECT ‘a’, b FROM office")).text).toBe("a\tà\n");
});

test("errors are compressed when asked", async () => {
  const ask = (sql: string, accept: string) =>
    fetch(`${fixture.engine.url}${query(sql)}&enable_http_compression=1`, {
      headers: { Authorization: basicAuth(fixture.engine), "Accept-Encoding": accept },
    });
  for (const encoding of ["gzip", "deflate", "br"]) {
    const answer = await ask("SELEC", encoding);
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(await answer.text()).toMatch(/^Code: 62.*SYNTAX_ERROR/);
  }
  expect((await ask("SELEC", "gzip;q=0")).headers.get("content-encoding")).toBeNull();
  expect((await fixture.post("SELEC")).headers.get("content-encoding")).toBeNull();
});

test("errors name no path of the server", async () => {
  const answers = [
    await fixture.post("SELECT 1 é"),
    await fixture.post("SELECT 1 é FORMAT CSV"),
    await fixture.post("SELECT * FROM file('not-there.csv')"),
    await fixture.post("INSERT INTO t FORMAT CSV", {}, { body: "x,y\n" }),
    await fixture.post("INSERT INTO t é FORMAT CSV", {}, { body: "1,y\n" }),
    await fixture.post("INSERT INTO t FORMAT Parquet", {}, { body: "x,y\n" }),
    await fixture.post("INSERT INTO t SELECT * FROM input('a String') FORMAT JSONEachRow", {}, { body: "{x\n" }),
    await fixture.post("SELECT throwIf(number = 5, 'late') FROM numbers(10)", { wait_end_of_query: "1" }),
  ];
  for (const { status, text } of answers) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain(fixture.dataDir);
    expect(text).not.toContain(process.cwd());
    expect(text).not.toMatch(/clickhouse-pipes|OUTFILE|INFILE/);
  }
});

test("paths and methods that are not ours", async () => {
  expect((await fetch(`${fixture.engine.url}/play`)).status).toBe(404);
  expect((await fetch(fixture.engine.url, { method: "PUT", body: "SELECT 1" })).status).toBe(405);
});

test("a long statement tells the waiting client that it runs on", async () => {
  const progress = "&send_progress_in_http_headers=1&http_headers_progress_interval_ms=1000";
  const output = await curl(`${query("SELECT sleep(2.5)")}${progress}`, "-i");
  expect(output.match(/102 Processing/g)?.length).toBeGreaterThanOrEqual(2);
  expect(output).toMatch(/200 OK/);
});
