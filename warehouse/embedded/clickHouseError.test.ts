import { expect, test } from "vitest";
import { ClickHouseError } from "./clickHouseError.ts";
import { httpStatus } from "./httpStatus.ts";

test("keeps the engine's text, code and name", () => {
  const error = ClickHouseError.fromEngine(
    new Error("Code: 60. DB::Exception: Table x does not exist. (UNKNOWN_TABLE)"),
  );
  expect(error).toMatchObject({ code: 60, codeName: "UNKNOWN_TABLE" });
  expect(error.toResponseText("26.7.2.1")).toBe(
    "Code: 60. DB::Exception: Table x does not exist. (UNKNOWN_TABLE) (version 26.7.2.1 (official build))\n",
  );
});

test("drops the copy of the prefix and the version that rethrowing adds", () => {
  const nested =
    "Code: 27. DB::Exception: Code: 27. DB::Exception: Cannot parse. (CANNOT_PARSE_INPUT_ASSERTION_FAILED) (version 26.7.2.1). (CANNOT_PARSE_INPUT_ASSERTION_FAILED)";
  const error = ClickHouseError.fromEngine(new Error(nested));
  expect(error.message).toBe("Code: 27. DB::Exception: Cannot parse. (CANNOT_PARSE_INPUT_ASSERTION_FAILED)");
  expect(error.code).toBe(27);
});

test("gives an error that is none of the engine's a code", () => {
  expect(ClickHouseError.fromEngine(new Error("boom")).message).toBe(
    "Code: 1002. DB::Exception: boom (UNKNOWN_EXCEPTION)",
  );
});

test.each([
  ["SYNTAX_ERROR", 400],
  ["UNKNOWN_TABLE", 404],
  ["UNKNOWN_DATABASE", 404],
  ["UNKNOWN_SETTING", 404],
  ["AUTHENTICATION_FAILED", 403],
  ["TIMEOUT_EXCEEDED", 408],
  ["NOT_IMPLEMENTED", 501],
  ["TOO_MANY_SIMULTANEOUS_QUERIES", 503],
  ["MEMORY_LIMIT_EXCEEDED", 500],
  ["READONLY", 500],
])("%s answers %d", (name, status) => {
  expect(httpStatus(name)).toBe(status);
});
