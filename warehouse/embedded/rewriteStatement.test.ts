import { expect, test } from "vitest";
import { parseStatement } from "./parseStatement.ts";
import { CLIENT_QUERY_ID, insertFromFile, rewriteKill, selectIntoFile } from "./rewriteStatement.ts";

const latin1 = (sql: string) => Buffer.from(sql).toString("latin1");

function whole(sql: string) {
  const statement = parseStatement(latin1(sql), true);
  if (statement.kind === "incomplete" || statement.kind === "dataInsert") throw new Error(statement.kind);
  return statement;
}

function insert(sql: string, file: string) {
  const statement = parseStatement(latin1(sql), true);
  if (statement.kind !== "dataInsert") throw new Error(statement.kind);
  return insertFromFile(latin1(sql), statement, file, "lz4");
}

test("a SELECT gets its file before its own format, or both at its end", () => {
  const sql = "SELECT 'Hà Nội' FORMAT CSV SETTINGS max_threads = 1;";
  expect(selectIntoFile(latin1(sql), whole(sql), "JSON", "/p'1")).toBe(
    "SELECT 'Hà Nội' \nINTO OUTFILE '/p\\'1' APPEND FORMAT CSV SETTINGS max_threads = 1",
  );
  expect(selectIntoFile("SELECT 1 -- x", whole("SELECT 1 -- x"), "JSON", "/p")).toBe(
    "SELECT 1\nINTO OUTFILE '/p' APPEND FORMAT JSON",
  );
});

test("an INSERT reads from a file, its settings kept", () => {
  expect(insert("INSERT INTO t (a) SETTINGS max_threads = 1 FORMAT CSV\n1", "/p")).toBe(
    "INSERT INTO t (a) \nFROM INFILE '/p' COMPRESSION 'lz4'\nSETTINGS max_threads = 1  FORMAT CSV",
  );
  expect(insert("INSERT INTO t VALUES (1)", "/p")).toBe(
    "INSERT INTO t \nFROM INFILE '/p' COMPRESSION 'lz4'\n FORMAT Values",
  );
});

test("input() becomes file()", () => {
  expect(insert("INSERT INTO t SELECT upper(a) FROM input('a String') WHERE a != 'ă' FORMAT CSV\nx", "/p")).toBe(
    "INSERT INTO t SELECT upper(a) FROM file('/p', 'CSV', 'a String', 'lz4') WHERE a != 'ă' ",
  );
});

test("KILL QUERY finds the client's query id too, and does not wait", () => {
  const sql = "KILL QUERY WHERE query_id = 'a\\'b' AND user = 'x' SYNC";
  expect(rewriteKill(sql, whole(sql))).toEqual({
    sql: `KILL QUERY WHERE has([query_id, ${CLIENT_QUERY_ID}], 'a\\'b') AND user = 'x' `,
    queryIds: ["a'b"],
  });
});
