import { describe, expect, it } from "vitest";
import { parseAccountsConfig, parseAllowedHosts, parseServerConfig } from "../cube/server/config.ts";
import { parseStartConfig } from "../deploy/parseStartConfig.ts";
import { readEtlConfig } from "../etl/config.ts";
import { parseWarehouseConfig } from "../warehouse/config.ts";
import { embeddedConfig } from "../warehouse/embedded/embeddedConfig.ts";

describe("every room takes a variable set to nothing as unset", () => {
  const blank = Object.fromEntries(
    ["HOST", "PORT", "DATA_DIR", "SAMPLE_SCALE", "CLICKHOUSE_URL", "CLICKHOUSE_USER", "CLICKHOUSE_DATABASE"]
      .concat(["CLICKHOUSE_CLUSTER", "EMBEDDED_HOST", "EMBEDDED_PORT", "EMBEDDED_PASSWORD", "EMBEDDED_MAX_QUERIES"])
      .concat(["EMBEDDED_MAX_THREADS", "EMBEDDED_FSYNC", "EMBEDDED_USER", "ALLOWED_HOSTS"])
      .concat(["ACCOUNTS", "AUTH_SECRET", "ADMIN_EMAIL", "SECURE_COOKIES"])
      .map((name) => [name, ""]),
  );
  it.each([
    ["deploy", parseStartConfig],
    ["warehouse", parseWarehouseConfig],
    ["the embedded engine", embeddedConfig],
    ["cube/server", parseServerConfig],
    ["cube/server, its names", parseAllowedHosts],
    ["cube/server, its accounts", parseAccountsConfig],
  ] as const)("%s", (_room, parse) => {
    expect(parse(blank)).toEqual(parse({}));
  });

  it("etl", async () => {
    const given = { ETL_HASH_KEY: "a".repeat(64), ETL_REJECTS_KEY: "b".repeat(64) };
    expect(await readEtlConfig({ ...given, LANG: "", DATA_DIR: "" })).toEqual(await readEtlConfig(given));
  });
});
