import { expect, test } from "vitest";
import { parseStatement } from "./parseStatement.ts";

/** The parts of a statement by their text, which is easier to read than offsets. */
function parts(sql: string, atEnd = true): unknown {
  const statement = parseStatement(sql, atEnd);
  if (statement.kind === "incomplete") return "incomplete";
  if (statement.kind !== "dataInsert")
    return { kind: statement.kind, sql: sql.slice(0, statement.end), format: statement.format?.name };
  const { format, sourceAt, dataStart, input } = statement;
  return { format, head: sql.slice(0, sourceAt), data: sql.slice(dataStart), structure: input?.structure };
}

test.each([
  ["INSERT INTO t FORMAT CSV\n1,2\n", { format: "CSV", head: "INSERT INTO t ", data: "1,2\n" }],
  ["insert into t(a, b) format CSV 1,2", { format: "CSV", head: "insert into t(a, b) ", data: "1,2" }],
  [
    "INSERT INTO db.t VALUES (1, 'FORMAT CSV')",
    { format: "Values", head: "INSERT INTO db.t ", data: " (1, 'FORMAT CSV')" },
  ],
  [
    "INSERT INTO `values` (`format`) VALUES (1)",
    { format: "Values", head: "INSERT INTO `values` (`format`) ", data: " (1)" },
  ],
  ["INSERT t VALUES (1)", { format: "Values", head: "INSERT t ", data: " (1)" }],
  ["INSERT INTO TABLE t FORMAT TSV\r\na", { format: "TSV", head: "INSERT INTO TABLE t ", data: "a" }],
  ["INSERT INTO t SETTINGS max_threads = 1 FORMAT CSV\n1", { format: "CSV", head: "INSERT INTO t ", data: "1" }],
  [
    "INSERT INTO FUNCTION remote('h', db.t) (a) FORMAT JSONEachRow {}",
    { format: "JSONEachRow", head: "INSERT INTO FUNCTION remote('h', db.t) (a) ", data: "{}" },
  ],
  [
    "-- note\nINSERT INTO t /* c */ FORMAT CSV\n\n1",
    { format: "CSV", head: "-- note\nINSERT INTO t /* c */ ", data: "\n1" },
  ],
])("finds the data of %j", (sql, expected) => {
  expect(parts(sql)).toMatchObject(expected);
});

test("finds input() and the format behind it, not a column called format", () => {
  const sql =
    "INSERT INTO t (a) SELECT format, (SELECT 1) FROM (SELECT a AS format FROM input('a String, b String')) WHERE 1 FORMAT CSV\nx,y";
  expect(parts(sql, false)).toMatchObject({ format: "CSV", data: "x,y", structure: "'a String, b String'" });
});

test("an INSERT … SELECT without input() has no data", () => {
  expect(parts("INSERT INTO t SELECT 1 AS format FROM s;")).toEqual({
    kind: "insert",
    sql: "INSERT INTO t SELECT 1 AS format FROM s",
    format: undefined,
  });
  expect(parts("INSERT INTO t (a) (SELECT 1)")).toMatchObject({ kind: "insert" });
  expect(parts("WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x")).toMatchObject({ kind: "insert" });
});

test.each([
  "",
  "INS",
  "INSERT INTO t",
  "INSERT INTO t FOR",
  "INSERT INTO t FORMAT CS",
  "INSERT INTO t (a, 'b",
  "SELECT 1",
])("waits for more behind %j", (sql) => {
  expect(parts(sql, false)).toBe("incomplete");
});

test.each([
  ["SELECT 1 -- end", "rows", "SELECT 1", undefined],
  ["select * from t format JSON;", "rows", "select * from t format JSON", "JSON"],
  ["SELECT 1 FORMAT CSV SETTINGS max_threads = 1", "rows", "SELECT 1 FORMAT CSV SETTINGS max_threads = 1", "CSV"],
  ["SELECT 1 AS format", "rows", "SELECT 1 AS format", undefined],
  ["SELECT format x FROM t", "rows", "SELECT format x FROM t", undefined],
  ["(SELECT 1) UNION ALL (SELECT 2)", "rows", "(SELECT 1) UNION ALL (SELECT 2)", undefined],
  ["FROM t SELECT a", "rows", "FROM t SELECT a", undefined],
  ["SHOW TABLES FORMAT CSV", "other", "SHOW TABLES FORMAT CSV", "CSV"],
  ["KILL QUERY WHERE 1", "kill", "KILL QUERY WHERE 1", undefined],
  ["CREATE TABLE t (a Int8)", "other", "CREATE TABLE t (a Int8)", undefined],
])("%j is %s", (sql, kind, whole, format) => {
  expect(parts(sql)).toEqual({ kind, sql: whole, format });
});

test.each([
  ["SELECT 1; SELECT 2", /Multi-statements/],
  ["SELECT 1 INTO OUTFILE 'x'", /INTO OUTFILE is not allowed/],
  ["INSERT INTO t FROM INFILE 'x' FORMAT CSV", /infile/],
])("refuses %j", (sql, message) => {
  expect(() => parts(sql)).toThrow(message);
});
