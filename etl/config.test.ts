import { expect, it } from "vitest";
import { parseTerminal, readEtlConfig } from "./config.ts";

it("speaks Vietnamese unless the terminal is set to English; a variable set to nothing is unset", () => {
  const vietnamese = { language: "vi", showsStack: false };
  for (const env of [{}, { LANG: "", DEBUG: "" }, { LANG: "C.UTF-8" }, { LANG: "vi_VN.UTF-8" }]) {
    expect(parseTerminal(env)).toEqual(vietnamese);
  }
  expect(parseTerminal({ LANG: "en_US.UTF-8", DEBUG: "etl" })).toEqual({ language: "en", showsStack: true });
});

it("says what to do where its keys cannot be kept", async () => {
  await expect(readEtlConfig({ DATA_DIR: "/proc/moh-data" })).rejects.toMatchObject({
    message: expect.stringContaining("/proc/moh-data"),
    fix: expect.stringContaining("DATA_DIR="),
  });
});
