import { setTimeout as delay } from "node:timers/promises";
import { ClickHouseDriver } from "@cubejs-backend/clickhouse-driver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EngineFixture, engineFixture } from "../testing/engineFixture.ts";

let fixture: EngineFixture;
let driver: ClickHouseDriver;
beforeAll(async () => {
  fixture = await engineFixture();
  const { client, engine } = fixture;
  await client.command({ query: "CREATE TABLE t (a UInt32, b LowCardinality(String), d Decimal(18, 2)) ORDER BY a" });
  await client.command({ query: "INSERT INTO t SELECT number, 'x', 1.5 FROM numbers(10)" });
  const { hostname, port } = new URL(engine.url);
  driver = new ClickHouseDriver({
    host: hostname,
    port,
    username: engine.user,
    password: engine.password,
    database: "default",
  });
});
afterAll(async () => {
  await driver.release();
  await fixture.close();
});

test("Cube's stock driver connects, reads the schema, queries and streams", async () => {
  await driver.testConnection();
  expect(await driver.tablesSchema()).toMatchObject({ default: { t: [{ name: "a", type: "UInt32" }, {}, {}] } });
  expect(await driver.query("SELECT a, b, d FROM t WHERE a = ?", ["3"])).toEqual([{ a: "3", b: "x", d: "1.5" }]);
  const { rowStream, types } = await driver.stream("SELECT a, b FROM t", [], { highWaterMark: 100 });
  expect(types).toEqual([
    { name: "a", type: "int" },
    { name: "b", type: "text" },
  ]);
  const rows: unknown[] = [];
  for await (const row of rowStream) rows.push(row);
  expect(rows).toHaveLength(10);
});

test("a query that Cube gives up on ends in the engine", async () => {
  const running = async () =>
    Number(
      (
        await fixture.post(
          "SELECT count() FROM system.processes WHERE query LIKE '%numbers(1e12)%' AND query NOT LIKE '%processes%'",
        )
      ).text,
    );
  const query = fixture.client.query({
    query: "SELECT count() FROM numbers(1e12) WHERE NOT ignore(sipHash64(number))",
    query_id: "cube-1",
  });
  const outcome = query.catch((error: unknown) => error);
  await delay(300);
  expect(await running()).toBe(1);
  await driver.query("KILL QUERY WHERE query_id = ?", ["cube-1"]);
  expect(await outcome).toMatchObject({ code: "394" });
  expect(await running()).toBe(0);
});
