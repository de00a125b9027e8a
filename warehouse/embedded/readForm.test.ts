import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Answer, type EngineFixture, engineFixture } from "../testing/engineFixture.ts";

let fixture: EngineFixture;
beforeAll(async () => {
  fixture = await engineFixture();
  await fixture.post("CREATE TABLE t (a UInt32, b String) ORDER BY a");
});
beforeEach(async () => {
  await fixture.post("TRUNCATE TABLE t");
});
afterAll(() => fixture.close());

/** Strings are fields, the rest are files. */
function form(parts: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === "string") data.set(name, value);
    else data.set(name, value, "data");
  }
  return data;
}
const send = (parts: Record<string, string | Blob>, search: Record<string, string> = {}): Promise<Answer> =>
  fixture.post("", search, { body: form(parts) });
const file = (text: string): Blob => new Blob([text]);

test("takes the statement and its parameters from a form", async () => {
  const { text } = await send({ query: "SELECT {a:UInt8} + 1, {b:String}", param_a: "41", param_b: "Hà Nội" });
  expect(text).toBe("42\tHà Nội\n");
  expect((await send({ query: " + 1" }, { query: "SELECT {a:UInt8}", param_a: "1" })).text).toBe("2\n");
});

test("curl's form", async () => {
  const { engine } = fixture;
  const args = ["-sS", "-u", `${engine.user}:${engine.password}`, "-F", "query=SELECT {n:UInt8}", "-F", "param_n=7"];
  expect((await promisify(execFile)("curl", [...args, engine.url])).stdout).toBe("7\n");
});

test("an insert in a form stores its rows, and never a boundary", async () => {
  expect(await send({ query: "INSERT INTO t FORMAT CSV\n1,x\n2,y\n" })).toMatchObject({ status: 200, text: "" });
  expect((await fixture.post("SELECT * FROM t ORDER BY a")).text).toBe("1\tx\n2\ty\n");
  await send({ query: "INSERT INTO t VALUES", extra: "x" });
  const answer = await fixture.post("INSERT INTO t (b) FORMAT LineAsString", {}, { body: form({ note: "x" }) });
  expect(answer).toMatchObject({ status: 400, text: expect.stringMatching(/field note is neither query/) });
  expect((await fixture.post("SELECT count() FROM t")).text).toBe("2\n");
});

test("tables of the form can be read by its statement, and are gone with it", async () => {
  const people = file("1\tAn\n2\tBình\n");
  const sum = "SELECT sum(id), max(name) FROM people";
  const described = { people_structure: "id UInt8, name String" };
  expect((await send({ query: sum, people }, described)).text).toBe("3\tBình\n");
  expect((await send({ query: sum, ...described, people })).text).toBe("3\tBình\n");
  const types = "SELECT toTypeName(_1), _2 FROM _data ORDER BY _1 DESC LIMIT 1";
  const typed = { _data_types: "Decimal(9, 2),String", _data_format: "CSV" };
  expect((await send({ query: types, ...typed, _data: file("1.5,x\n2.5,y\n") })).text).toBe("Decimal(9, 2)\ty\n");
  expect((await fixture.post("SELECT * FROM people")).text).toMatch(/UNKNOWN_TABLE/);
  const spooled = (await readdir(join(fixture.dataDir, "clickhouse-pipes"))).filter((name) => name.startsWith("spool"));
  expect(spooled).toEqual([]);
});

test("with readonly, in a session, and for an insert", async () => {
  const ids = file("5\n6\n");
  const described = { ids_structure: "id UInt32" };
  expect((await send({ query: "SELECT sum(id) FROM ids", ...described, ids }, { readonly: "1" })).text).toBe("11\n");
  expect((await send({ query: "DROP TABLE t", ...described, ids }, { readonly: "1" })).text).toMatch(/READONLY/);
  const session = { session_id: "form" };
  for (const query of ["SELECT sum(id) FROM ids", "SELECT max(id) + 5 FROM ids"])
    expect((await send({ query, ...described, ids }, session)).text).toBe("11\n");
  await send({ query: "INSERT INTO t SELECT id, 'form' FROM ids", ...described, ids });
  expect((await fixture.post("SELECT * FROM t ORDER BY a")).text).toBe("5\tform\n6\tform\n");
});

test.each([
  ["a table without columns", { query: "SELECT 1", x: file("1\n") }, /Neither structure nor types/],
  [
    "data that is not of its columns",
    { query: "SELECT * FROM x", x_structure: "a UInt8", x: file("y\n") },
    /CANNOT_PARSE/,
  ],
  [
    "columns that are more than columns",
    { query: "SELECT 1", x_structure: "a UInt8) AS x; DROP TABLE t; --", x: file("") },
    /SYNTAX_ERROR/,
  ],
])("refuses %s", async (_what, parts, message) => {
  const answer = await send(parts);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.text).toMatch(message);
  expect((await fixture.post("EXISTS TABLE t")).text).toBe("1\n");
});

test.each([
  ["multipart/mixed; boundary=x", "--x\r\n\r\n1,a\r\n--x--\r\n", 501],
  ["multipart/form-data", "1,a\n", 400],
  ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="query"\r\n\r\nSELECT 1', 400],
  ["multipart/form-data; boundary=x", "1,a\n", 400],
])("a body of %s that is no whole form is refused", async (type, body, status) => {
  const sql = "INSERT INTO t FORMAT CSV";
  expect(await fixture.post(sql, {}, { body, headers: { "Content-Type": type } })).toMatchObject({ status });
  expect((await fixture.post("SELECT count() FROM t")).text).toBe("0\n");
});
