import { expect, test } from "vitest";
import { embeddedConfig, poolThreads } from "./embeddedConfig.ts";

test("has defaults for everything", () => {
  const config = embeddedConfig({});
  expect(config).toMatchObject({ host: "127.0.0.1", port: 0, user: "default", fsync: false, detached: false });
  expect(config.password).toBeUndefined();
  expect(config.maxQueryMemory).toBeLessThan(config.maxServerMemory);
  expect(poolThreads(config)).toBeGreaterThan(config.maxQueries + config.maxUploads);
});

test("names the variable that is wrong", () => {
  expect(() => embeddedConfig({ EMBEDDED_PORT: "http" })).toThrow(
    expect.objectContaining({
      message: "The environment is not usable: EMBEDDED_PORT must be a whole number from 0 to 65535",
      fix: expect.stringMatching(/^correct these variables/),
    }),
  );
});
