import { expect, test } from "vitest";
import { authenticate } from "./authenticate.ts";

const expected = { user: "default", password: "p:w" };
const check =
  (url: string, headers: Record<string, string> = {}) =>
  () =>
    authenticate({ method: "GET", url, headers }, expected);
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });

test("accepts the password by each way", () => {
  expect(check("/", basic("default:p:w"))).not.toThrow();
  expect(check("/", { "x-clickhouse-user": "default", "x-clickhouse-key": "p:w" })).not.toThrow();
  expect(check("/?user=default&password=p:w")).not.toThrow();
  expect(check("/?password=p:w")).not.toThrow();
});

test.each([
  ["/", {}],
  ["/?user=default&password=no", {}],
  ["/", basic("other:p:w")],
  ["/?password=p:w", basic("default:no")],
])("refuses %s %j", (url, headers) => {
  expect(check(url, headers)).toThrow(expect.objectContaining({ code: 516 }));
});
