import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EngineFixture, engineFixture } from "../testing/engineFixture.ts";
import { openRaw, rawRequest } from "../testing/rawHttp.ts";

let fixture: EngineFixture;
const env = { EMBEDDED_MAX_QUERIES: "2", EMBEDDED_MAX_UPLOADS: "2", EMBEDDED_STALLED_MS: "500" };
beforeAll(async () => {
  fixture = await engineFixture({ env });
  await fixture.post("CREATE TABLE t (a UInt32) ORDER BY a");
});
afterAll(() => fixture.close());

/** Bodies of the answers, interim ones left out. */
const bodies = (text: string): string[] =>
  text
    .replaceAll("HTTP/1.1 102 Processing\r\n\r\n", "")
    .split(/HTTP\/1\.1 \d+ [\s\S]*?\r\n\r\n/)
    .slice(1);
const endless = "SELECT count() FROM numbers(1e12) WHERE NOT ignore(sipHash64(number)) SETTINGS max_threads = 1";
const isRunning = async (): Promise<number> =>
  Number((await fixture.post("SELECT count() FROM system.processes WHERE query LIKE '%sipHash64%'")).text) - 1;

test("requests sent behind one another on one connection run in order, each on what the one before it did", async () => {
  const { engine } = fixture;
  const raw = openRaw(engine);
  const session = { session_id: "pipelined" };
  raw.socket.end(
    [
      rawRequest(engine, "INSERT INTO t SELECT 1 + sleep(0.5)"),
      rawRequest(engine, "SELECT 'after', count() FROM t"),
      rawRequest(engine, "INSERT INTO t FORMAT CSV", { body: "2\n3\n" }),
      rawRequest(engine, "SELEC"),
      rawRequest(engine, "SELECT 'last', count() FROM t", { search: session }),
      rawRequest(engine, "SELECT 'in session'", { search: session }),
    ].join(""),
  );
  const answers = bodies(await raw.ended);
  expect(answers).toEqual(["", "after\t1\n", "", expect.stringMatching(/^Code: 62/), "last\t3\n", "in session\n"]);
});

test("what is sent behind a request whose client has gone is not run", async () => {
  const { engine } = fixture;
  const before = (await fixture.post("SELECT count() FROM t")).text;
  const raw = openRaw(engine);
  raw.socket.write(rawRequest(engine, endless) + rawRequest(engine, "INSERT INTO t VALUES (99)"));
  await expect.poll(isRunning, { timeout: 15_000 }).toBe(1);
  raw.socket.destroy();
  await expect.poll(isRunning, { timeout: 15_000 }).toBe(0);
  expect((await fixture.post("SELECT count() FROM t")).text).toBe(before);
});

test("a client that has ended its sending side gets its answer, soon or late", async () => {
  const { engine } = fixture;
  for (const [sql, answer] of [
    ["SELECT 'soon'", "soon\n"],
    ["SELECT 'late', sleep(1)", "late\t0\n"],
    ["SELECT max(number) FROM numbers(3000000) GROUP BY number % 2 ORDER BY 1", "2999998\n2999999\n"],
  ] as const) {
    const raw = openRaw(engine);
    raw.socket.end(rawRequest(engine, sql));
    expect((await raw.ended).endsWith(`\r\n\r\n${answer}`)).toBe(true);
  }
  const upload = openRaw(engine);
  upload.socket.end(rawRequest(engine, "INSERT INTO t FORMAT CSV", { body: "7\n" }));
  expect(await upload.ended).toMatch(/^HTTP\/1\.1 200/);
});

test("a client that closed the connection altogether is still noticed", async () => {
  const raw = openRaw(fixture.engine);
  raw.socket.write(rawRequest(fixture.engine, endless));
  await expect.poll(isRunning, { timeout: 15_000 }).toBe(1);
  raw.socket.end();
  raw.socket.destroy();
  await expect.poll(isRunning, { timeout: 15_000 }).toBe(0);
});

test("uploads that stall give their places to those who wait; the others are stored", async () => {
  const { engine } = fixture;
  const stalled = [1, 2].map(() => {
    const raw = openRaw(engine);
    raw.socket.write(
      rawRequest(engine, "INSERT INTO t FORMAT CSV", { body: "1\n", headers: ["Content-Length: 1000"] }),
    );
    return raw;
  });
  await expect
    .poll(async () => (await fixture.post("SELECT count() FROM system.processes WHERE query LIKE 'INSERT%'")).text, {
      timeout: 15_000,
    })
    .toBe("2\n");
  const waiting = await Promise.all([1, 2, 3].map(() => fixture.post("INSERT INTO t FORMAT CSV", {}, { body: "1\n" })));
  expect(waiting.map(({ status }) => status)).toEqual([200, 200, 200]);
  await expect
    .poll(() => stalled.filter((raw) => raw.received().includes("SOCKET_TIMEOUT")).length, { timeout: 15_000 })
    .toBeGreaterThan(0);
  for (const raw of stalled) raw.socket.destroy();
});

test("so do readers that stop reading", async () => {
  const { engine } = fixture;
  const stalled = [1, 2].map(() => {
    const raw = openRaw(engine);
    raw.socket.write(rawRequest(engine, "SELECT number, sipHash64(number) FROM numbers(1e12)"));
    raw.socket.pause();
    return raw;
  });
  await delay(500);
  expect((await fixture.post("SELECT 1")).text).toBe("1\n");
  for (const raw of stalled) raw.socket.destroy();
});

test("KILL QUERY ends an upload that has stalled", async () => {
  const { engine } = fixture;
  const raw = openRaw(engine);
  const search = { query_id: "stalled" };
  raw.socket.write(
    rawRequest(engine, "INSERT INTO t FORMAT CSV", { body: "1\n", headers: ["Content-Length: 1000"], search }),
  );
  await delay(300);
  await fixture.post("KILL QUERY WHERE query_id = 'stalled'");
  await expect.poll(raw.received, { timeout: 15_000 }).toMatch(/QUERY_WAS_CANCELLED/);
  raw.socket.destroy();
});
