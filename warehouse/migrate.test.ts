import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { applyMigrations, prepareLedger, readAppliedMigrations } from "./applyMigrations.ts";
import { migrate } from "./migrate.ts";
import { readMigrationFiles } from "./migrationFiles.ts";
import { renderStatement } from "./renderStatement.ts";
import { splitStatements } from "./splitStatements.ts";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse({ migrated: false });
});
afterAll(() => warehouse.close());

const names = async (sql: string): Promise<string[]> => {
  const rows = await warehouse.query(sql, { schema: z.object({ name: z.string() }) });
  return rows.map(({ name }) => name);
};

describe("migrate", () => {
  it("brings an empty warehouse to this version once, even when three do it at the same moment", async () => {
    const files = await readMigrationFiles();
    const reports = await Promise.all([migrate(warehouse), migrate(warehouse), migrate(warehouse)]);
    const applied = reports.flatMap((report) => report.applied);
    expect(applied).toEqual(files.map(({ name }) => name));
    expect(reports.filter(({ isReferenceLoaded }) => isReferenceLoaded)).toHaveLength(1);
  });

  it("does nothing a second time", async () => {
    const files = await readMigrationFiles();
    const report = await migrate(warehouse);
    expect(report).toMatchObject({ applied: [], alreadyAppliedCount: files.length, isReferenceLoaded: false });
    expect((await readAppliedMigrations(warehouse)).map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });

  it("describes every table by its grain", async () => {
    const undescribed = await names(
      `SELECT concat(database, '.', t.name) AS name FROM system.tables AS t
       WHERE database IN ('mart', 'ops') AND engine LIKE '%MergeTree' AND comment = ''`,
    );
    expect(undescribed).toEqual([]);
  });

  it("leaves no staging table behind", async () => {
    expect(await names("SELECT name FROM system.tables WHERE database = 'landing' AND name LIKE 'mart_%'")).toEqual([]);
  });
});

describe("every migration", () => {
  it("can be run twice, as after a run that was killed", async () => {
    for (const { sql } of await readMigrationFiles()) {
      for (const template of splitStatements(sql)) await warehouse.command(renderStatement(template, warehouse));
    }
  });

  it("is valid DDL of a cluster of replicas, with credentials for the dictionary", async () => {
    const target = { cluster: "moh-1", user: "etl", password: "it's", isEmbedded: false };
    for (const { name, sql } of await readMigrationFiles()) {
      for (const template of splitStatements(sql)) {
        const rendered = renderStatement(template, target);
        const [row] = await warehouse.query("SELECT formatQuery({sql:String}) AS text", {
          params: { sql: rendered },
          schema: z.object({ text: z.string() }),
        });
        const text = row?.text ?? "";
        expect(text, `${name} must say where it runs`).toContain("ON CLUSTER `moh-1`");
        if (/ENGINE = \w*MergeTree/.test(text)) expect(text).toMatch(/ENGINE = Replicated\w*MergeTree/);
        if (text.startsWith("CREATE DICTIONARY")) expect(text).toContain("USER 'etl'");
      }
    }
  });
});

describe("applyMigrations", () => {
  let folder: string;
  const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
  let own: TestWarehouse;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "migrations-"));
    own = await openTestWarehouse({ migrated: false });
    await prepareLedger(own);
    await write(
      "0001_create_a.sql",
      "-- the room's first\nCREATE TABLE IF NOT EXISTS ops.a (n UInt8) ENGINE = Memory;",
    );
  });
  afterAll(async () => {
    await own.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("applies what is new, in order, and goes on where a failure stopped it", async () => {
    await write("0002_create_b.sql", "CREATE TABLE IF NOT EXISTS ops.b (n UInt8) ENGINE = Memory; SELECT nope;");
    await write("0003_create_c.sql", "CREATE TABLE IF NOT EXISTS ops.c (n UInt8) ENGINE = Memory;");
    await expect(applyMigrations(own, folder)).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(/0002_create_b, statement 2 failed: .*nope/s),
    });
    await write("0002_create_b.sql", "CREATE TABLE IF NOT EXISTS ops.b (n UInt8) ENGINE = Memory;");
    expect(await applyMigrations(own, folder)).toEqual(["0002_create_b", "0003_create_c"]);
  });

  it("does not mind line ends of another system", async () => {
    await write("0003_create_c.sql", "CREATE TABLE IF NOT EXISTS ops.c (n UInt8) ENGINE = Memory;\r\n".trimEnd());
    expect(await applyMigrations(own, folder)).toEqual([]);
  });

  it("refuses a migration that was edited after it was applied, and says so", async () => {
    await write("0003_create_c.sql", "CREATE TABLE IF NOT EXISTS ops.c (n UInt16) ENGINE = Memory;");
    await expect(applyMigrations(own, folder)).rejects.toMatchObject({
      name: "UserError",
      message: "The migration 0003_create_c was edited after it had been applied to this warehouse",
      fix: expect.stringContaining("new migration"),
    });
    await write("0003_create_c.sql", "CREATE TABLE IF NOT EXISTS ops.c (n UInt8) ENGINE = Memory;");
  });

  it("refuses a number between those applied, two of one number, and a warehouse of another version", async () => {
    await write("0002_other.sql", "SELECT 1;");
    await expect(applyMigrations(own, folder)).rejects.toThrow("0002_other.sql has the number of another");
    await rm(join(folder, "0002_other.sql"));
    await rm(join(folder, "0002_create_b.sql"));
    await expect(applyMigrations(own, folder)).rejects.toThrow(
      "0002_create_b was applied to this warehouse, but its file",
    );
  });
});
