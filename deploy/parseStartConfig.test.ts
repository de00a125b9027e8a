import { describe, expect, it } from "vitest";
import { parseStartConfig } from "./parseStartConfig.ts";

describe("parseStartConfig", () => {
  it("needs no variable at all", () => {
    const config = parseStartConfig({});
    expect(config).toMatchObject({ host: "127.0.0.1", port: 4000, sampleScale: 200 });
    expect(config.dataDir).toMatch(/\/\.data$/);
  });

  it("takes a variable that is set to nothing as unset", () => {
    expect(parseStartConfig({ PORT: "", HOST: " ", SAMPLE_SCALE: "", DATA_DIR: "" })).toEqual(parseStartConfig({}));
  });

  it("names every wrong variable at once", () => {
    expect(() => parseStartConfig({ PORT: "http", SAMPLE_SCALE: "-1" })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/PORT must be.*SAMPLE_SCALE must be/),
        fix: expect.stringContaining("README.md"),
      }),
    );
  });
});
