import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseWarehouseConfig } from "./config.ts";
import { createProgram } from "./createProgram.ts";
import { describeError } from "./describeError.ts";
import { findRunning } from "./embedded/runningEngine.ts";
import { serveEmbedded } from "./serveEmbedded.ts";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse({ migrated: false });
});
afterAll(() => warehouse.close());

const run = async (args: string[], input = ""): Promise<string> => {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on("data", (chunk: Buffer) => chunks.push(chunk));
  const open = async () => ({ ...warehouse, close: async () => undefined });
  const signal = new AbortController().signal;
  await createProgram({ open, output, input: Readable.from([input]), signal }).parseAsync(args, { from: "user" });
  return Buffer.concat(chunks).toString("utf8");
};

describe("npm run warehouse", () => {
  it("shows the status of an empty warehouse", async () => {
    const status = await run(["status"]);
    expect(status).toContain("embedded ClickHouse (chdb)");
    expect(status).toMatch(/0 applied, last none; pending: 0001_create_databases, /);
  });

  it("migrates, says what it applied, and nothing the second time", async () => {
    const first = await run(["migrate"]);
    expect(first).toMatch(/^applied 0001_create_databases\n/);
    expect(first).toContain("reference data loaded");
    expect(await run(["migrate"])).toMatch(/^0 applied, \d+ were already; reference data unchanged; \d+ ms\n$/);
  });

  it("shows rows, sizes and the newest publications", async () => {
    await warehouse.command(
      `INSERT INTO ops.publications (publication_number, load_id, job, batch_code, dataset, row_count, first_date, last_date, published_at)
       VALUES (1, 5, 'doses', 'hanoi_2022', 'sample', 1234567, '2021-03-08', '2022-06-30', '2022-07-01 01:02:03')`,
    );
    const status = await run(["status"]);
    expect(status).toMatch(/mart\.dim_areas +15,024 +\d/);
    expect(status).toMatch(
      /1 {2}doses {2}hanoi_2022 {2}sample +1,234,567 {2}2021-03-08 {2}2022-06-30 {2}2022-07-01 01:02:03/,
    );
    expect(status).not.toContain("lock_");
    expect(JSON.parse(await run(["status", "--json"]))).toMatchObject({
      pending: [],
      publications: [{ rows: 1_234_567 }],
    });
  });

  it("runs SQL with parameters, in a format, from standard input", async () => {
    const sql =
      "SELECT name, {n:UInt8} AS n FROM mart.dim_areas WHERE area_code = {code:String} AND structure_code = 34";
    expect(await run(["sql", sql, "--param", "code=01", "--param", "n=3", "--format", "CSV"])).toBe('"Hà Nội",3\n');
    expect(await run(["sql", "-", "--format", "JSONEachRow"], "SELECT 1 AS n")).toBe('{"n":1}\n');
    expect(await run(["sql", "SELECT 'Huế' AS tinh"])).toMatch(/─tinh─.*│ Huế {2}│/s);
    await expect(run(["sql", "SELECT nope"])).rejects.toMatchObject({ type: "UNKNOWN_IDENTIFIER" });
  });
});

describe("serve", () => {
  it("runs an engine for others until it is stopped, one on a folder", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "warehouse-serve-"));
    const config = parseWarehouseConfig({ DATA_DIR: dataDir });
    const stop = new AbortController();
    const options = { port: 0, output: new PassThrough(), signal: stop.signal, config };
    const serving = serveEmbedded(options);
    await expect.poll(() => findRunning(dataDir), { timeout: 20_000 }).toBeDefined();
    await expect(serveEmbedded(options)).rejects.toMatchObject({ name: "UserError" });
    stop.abort();
    await serving;
    expect(await findRunning(dataDir)).toBeUndefined();
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe("describeError", () => {
  it("shows message, fix and query id, and the stack only when asked", async () => {
    const failure = await warehouse.command("SELECT nope").catch((error: unknown) => error);
    expect(describeError(failure)).toMatch(/^error: Code: 47\. .*\nquery id: [0-9a-f-]+\n$/s);
    expect(describeError(failure, { withStack: true })).toContain("    at ");
  });
});
