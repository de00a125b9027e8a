import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseWarehouseConfig } from "./config.ts";
import { UserError } from "./UserError.ts";

describe("parseWarehouseConfig", () => {
  it("means the embedded engine in ./.data when nothing is set", () => {
    expect(parseWarehouseConfig({})).toEqual({
      url: undefined,
      user: "default",
      password: "",
      database: "mart",
      cluster: undefined,
      dataDir: resolve(".data"),
    });
  });

  it("takes a variable set to nothing as unset and drops the address's last slash", () => {
    const config = parseWarehouseConfig({ CLICKHOUSE_CLUSTER: "", CLICKHOUSE_URL: "https://ch.example:8443/" });
    expect(config.cluster).toBeUndefined();
    expect(config.url).toBe("https://ch.example:8443");
  });

  it("names every wrong variable and the fix", () => {
    const parse = () => parseWarehouseConfig({ CLICKHOUSE_URL: "localhost", CLICKHOUSE_CLUSTER: "a; DROP TABLE b" });
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(/CLICKHOUSE_URL must be an http\(s\) address.*CLICKHOUSE_CLUSTER must be a plain name/);
  });

  it("never repeats a password", () => {
    const parse = () => parseWarehouseConfig({ CLICKHOUSE_URL: "x", CLICKHOUSE_PASSWORD: "geheim" });
    expect(parse).toThrow(expect.not.objectContaining({ message: expect.stringContaining("geheim") }));
  });
});
