import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeAll, describe, expect, it } from "vitest";
import { exitCodes, listExitCodes } from "./exitCodes.ts";
import { etlProgram } from "./testing/etlProgram.ts";

const sources = ["--import", "tsx", new URL("./main.ts", import.meta.url).pathname];
let program: string;
beforeAll(async () => {
  program = await etlProgram();
});

const run = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, "close");
  return { code: Number(code), out, err };
};

describe("npm run etl", () => {
  it.each(["2022-13-01", "2022-02-30", "2999-01-01", "01/05/2022"])("refuses --as-of %s with a fix", async (day) => {
    const { code, err } = await run(program, "run", "doses", "x.csv", "--as-of", day);
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain(day);
    expect(err).toMatch(/fix: --as-of \d{4}-\d{2}-\d{2}/);
    expect(err).not.toMatch(/ at |RangeError/);
  });

  it("says in its help what a load that shrinks does, and every exit code", async () => {
    const { code, out } = await run(...sources, "run", "--help");
    expect(code).toBe(exitCodes.done);
    expect(out).toContain("--accept-shrink");
    for (const { code: each, meaning } of listExitCodes()) {
      expect(out).toMatch(new RegExp(`^ +${each} +`, "m"));
      expect(out).toContain(meaning.vi);
    }
  });
});
