import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openWarehouse } from "./client.ts";
import { parseWarehouseConfig } from "./config.ts";
import { findRunning } from "./embedded/runningEngine.ts";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";

const countRow = z.object({ n: z.number() });

describe("a warehouse", () => {
  let warehouse: TestWarehouse;
  beforeAll(async () => {
    warehouse = await openTestWarehouse({ migrated: false });
  });
  afterAll(() => warehouse.close());

  let tables = 0;
  const newTable = async (): Promise<string> => {
    tables += 1;
    await warehouse.command(`CREATE TABLE t${tables} (a UInt64, b String) ENGINE = MergeTree ORDER BY a`);
    return `t${tables}`;
  };
  const count = async (table: string): Promise<number> => {
    const rows = await warehouse.query(`SELECT count() AS n FROM ${table}`, { schema: countRow });
    return rows[0]?.n ?? -1;
  };

  it("gives 64-bit integers as numbers and takes parameters as they are", async () => {
    const params = { text: "it's\ta \\ 'test'\n", list: ["a'b", "c"], yes: true, day: "2022-03-24", id: 12n };
    const rows = await warehouse.query(
      `SELECT toUInt64(233747367) AS doses, {text:String} AS text, {list:Array(String)} AS list,
         {yes:Bool} AS yes, toString({day:Date}) AS day, toString({id:UInt128}) AS id`,
      { params, schema: z.unknown() },
    );
    expect(rows).toEqual([{ ...params, doses: 233747367, id: "12" }]);
  });

  it("refuses rows of another shape than the caller's", async () => {
    await expect(warehouse.query("SELECT 'x' AS n", { schema: countRow })).rejects.toThrow(z.ZodError);
  });

  it("passes settings on", async () => {
    const slow = warehouse.command("SELECT count() FROM numbers(1e11)", { settings: { max_rows_to_read: 1000 } });
    await expect(slow).rejects.toMatchObject({ type: "TOO_MANY_ROWS" });
  });

  it("says ClickHouse's own words, code and query id of a failure, also one in mid-result", async () => {
    const failing = warehouse.query("SELECT throwIf(number = 900000, 'too far') FROM numbers(1000000)", {
      schema: z.unknown(),
    });
    await expect(failing).rejects.toMatchObject({
      name: "WarehouseError",
      code: 395,
      message: expect.stringContaining("too far"),
      queryId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it("ends an aborted statement in the warehouse too", async () => {
    const abortion = new AbortController();
    const endless = warehouse.command("SELECT sum(sipHash64(number)) FROM numbers(1e12)", { signal: abortion.signal });
    setTimeout(() => abortion.abort(new Error("enough")), 200);
    await expect(endless).rejects.toThrow("enough");
    await expect
      .poll(async () => {
        const [row] = await warehouse.query("SELECT count() AS n FROM system.processes WHERE query LIKE '%1e12)'", {
          schema: countRow,
        });
        return row?.n;
      })
      .toBe(0);
  });

  it("streams rows out in any format", async () => {
    const rows = await warehouse.stream("SELECT number AS n FROM numbers(3)", { format: "CSVWithNames" });
    expect(await text(rows)).toBe('"n"\n0\n1\n2\n');
    await expect(warehouse.stream("SELECT nope", { format: "CSV" })).rejects.toMatchObject({ code: 47 });
  });

  it("counts the rows a command writes", async () => {
    const table = await newTable();
    const { writtenRows } = await warehouse.command(`INSERT INTO ${table} SELECT number, '' FROM numbers(123)`);
    expect(writtenRows).toBe(123);
  });

  describe("insertStream", () => {
    async function* lines(blocks: number): AsyncGenerator<Buffer> {
      for (let block = 0; block < blocks; block++) {
        const rows = Array.from({ length: 1000 }, (_, row) => `${block * 1000 + row},text ${row}`);
        yield Buffer.from(`${rows.join("\n")}\n`);
      }
    }

    it("stores everything, through a SELECT where asked", async () => {
      const table = await newTable();
      const plain = await warehouse.insertStream(`INSERT INTO ${table} FORMAT CSV`, lines(300));
      expect(plain.writtenRows).toBe(300_000);
      await warehouse.insertStream(
        `INSERT INTO ${table} SELECT x * 2, {label:String} FROM input('x UInt64, y String') FORMAT CSV`,
        lines(2),
        { params: { label: "it's" } },
      );
      const [row] = await warehouse.query(
        `SELECT count() AS rows, countIf(b = 'it''s') AS labelled, max(a) AS last FROM ${table}`,
        { schema: z.unknown() },
      );
      expect(row).toEqual({ rows: 302_000, labelled: 2000, last: 299_999 });
    });

    it("passes compressed bodies on as they are", async () => {
      const table = await newTable();
      const sql = `INSERT INTO ${table} FORMAT CSV`;
      await warehouse.insertStream(sql, Readable.from([gzipSync("1,a\n2,b\n")]), { contentEncoding: "gzip" });
      expect(await count(table)).toBe(2);
    });

    it("reports bad data in ClickHouse's words and stores nothing of it", async () => {
      const table = await newTable();
      const insert = warehouse.insertStream(`INSERT INTO ${table} FORMAT CSV`, [Buffer.from("1,a\nx,b\n")]);
      await expect(insert).rejects.toMatchObject({ code: 27, message: expect.stringContaining("Cannot parse input") });
      expect(await count(table)).toBe(0);
    });

    it("reports bad data in ClickHouse's words however much is still to come", async () => {
      const table = await newTable();
      async function* spoilt(): AsyncGenerator<Buffer> {
        yield Buffer.from("x,b\n");
        yield* lines(3000);
      }
      await expect(warehouse.insertStream(`INSERT INTO ${table} FORMAT CSV`, spoilt())).rejects.toMatchObject({
        code: 27,
      });
    });

    it("gives the source's own error and stores nothing when reading it fails", async () => {
      const table = await newTable();
      async function* broken(): AsyncGenerator<Buffer> {
        yield* lines(10);
        throw new Error("the disk is gone");
      }
      await expect(warehouse.insertStream(`INSERT INTO ${table} FORMAT CSV`, broken())).rejects.toThrow("disk is gone");
      expect(await count(table)).toBe(0);
    });

    it("leaves the connection usable for the next statement after a refusal", async () => {
      await expect(warehouse.insertStream("INSERT INTO no_such_table FORMAT CSV", lines(1))).rejects.toMatchObject({
        type: "UNKNOWN_TABLE",
      });
      expect(await warehouse.query("SELECT 1 AS n", { schema: countRow })).toEqual([{ n: 1 }]);
    });
  });
});

describe("openWarehouse", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "warehouse-open-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const config = (name: string) => parseWarehouseConfig({ DATA_DIR: join(folder, name) });

  it("lets two that open at the same moment share one engine", async () => {
    const warehouses = await Promise.all([openWarehouse(config("shared")), openWarehouse(config("shared"))]);
    const third = await openWarehouse(config("shared"));
    expect(new Set([...warehouses, third].map(({ url }) => url)).size).toBe(1);
    await Promise.all([third, ...warehouses].map((warehouse) => warehouse.close()));
  });

  it("keeps what was written when the engine is started again", async () => {
    const first = await openWarehouse(config("kept"));
    await first.command("CREATE TABLE kept (n UInt8) ENGINE = MergeTree ORDER BY n");
    await first.command("INSERT INTO kept VALUES (7)");
    await first.close();
    const second = await openWarehouse(config("kept"));
    const rows = await second.query("SELECT n FROM kept", { schema: countRow });
    await second.close();
    expect(rows).toEqual([{ n: 7 }]);
  });

  it("takes its engine along when the process is killed", async () => {
    const dataDir = join(folder, "killed");
    const script = `
      import { openWarehouse } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, "client.ts")).href)};
      await openWarehouse(); process.stdout.write("open\\n"); setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
      env: { ...process.env, DATA_DIR: dataDir, CLICKHOUSE_URL: "" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    expect(await findRunning(dataDir)).toBeDefined();
    child.kill("SIGKILL");
    await expect.poll(() => findRunning(dataDir), { timeout: 20_000 }).toBeUndefined();
  });

  it("says what to do when nothing answers at CLICKHOUSE_URL, and when a cluster has no address", async () => {
    const nowhere = openWarehouse(parseWarehouseConfig({ CLICKHOUSE_URL: "http://127.0.0.1:9" }));
    await expect(nowhere).rejects.toMatchObject({ name: "UserError", fix: expect.stringContaining("CLICKHOUSE_URL") });
    const clusterOnly = openWarehouse(parseWarehouseConfig({ CLICKHOUSE_CLUSTER: "moh", DATA_DIR: folder }));
    await expect(clusterOnly).rejects.toMatchObject({
      name: "UserError",
      fix: expect.stringContaining("CLICKHOUSE_URL"),
    });
  });
});
