import { describe, expect, it } from "vitest";
import { splitStatements } from "./splitStatements.ts";

describe("splitStatements", () => {
  it.each([
    ["two statements, the last without a semicolon", "SELECT 1;\nSELECT 2", ["SELECT 1", "SELECT 2"]],
    ["a semicolon in quotes", "SELECT ';', 'it''s; \\'fine;'; SELECT 2", ["SELECT ';', 'it''s; \\'fine;'", "SELECT 2"]],
    ["a semicolon in a quoted name", 'SELECT 1 AS "a;b", `c;d`', ['SELECT 1 AS "a;b", `c;d`']],
    ["a semicolon in comments", "SELECT 1 -- a; b\n+ 1 /* c; d */;", ["SELECT 1 -- a; b\n+ 1 /* c; d */"]],
    ["a quote in a comment", "-- the province's total\nSELECT 1;", ["-- the province's total\nSELECT 1"]],
    ["minus and division", "SELECT 4-2/1;", ["SELECT 4-2/1"]],
    ["nothing but comments", "-- done;\n;; /* nothing */ ;", []],
    ["a quote that is never closed", "SELECT 'a;", ["SELECT 'a;"]],
  ])("keeps %s", (_, sql, expected) => {
    expect(splitStatements(sql)).toEqual(expected);
  });
});
