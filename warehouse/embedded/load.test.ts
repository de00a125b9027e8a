import { request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { basicAuth, type EngineFixture, engineFixture } from "../testing/engineFixture.ts";

let fixture: EngineFixture;
const env = {
  EMBEDDED_MAX_QUERIES: "4",
  EMBEDDED_MAX_UPLOADS: "2",
  EMBEDDED_MAX_QUEUED: "80",
  EMBEDDED_MAX_SESSIONS: "3",
};
beforeAll(async () => {
  fixture = await engineFixture({ env });
  await fixture.post("CREATE TABLE t (a UInt32, b String) ORDER BY a");
});
afterAll(() => fixture.close());

const endless = "SELECT count() FROM numbers(1e12) WHERE NOT ignore(sipHash64(number)) SETTINGS max_threads = 1";

test("64 clients at once each get their own answer", async () => {
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) =>
      fixture.post("SELECT {i:UInt32}, sum(number), getSetting('max_block_size') FROM numbers({i:UInt32} * 1000)", {
        param_i: String(i),
        max_block_size: String(1000 + i),
      }),
    ),
  );
  const n = (i: number) => i * 1000;
  expect(answers.map(({ text }) => text)).toEqual(
    Array.from({ length: 64 }, (_, i) => `${i}\t${(n(i) * Math.max(0, n(i) - 1)) / 2}\t${1000 + i}\n`),
  );
});

test("writers and readers at once", async () => {
  const work = Array.from({ length: 40 }, async (_, i) => {
    await fixture.post("INSERT INTO t FORMAT CSV", {}, { body: `${i},x\n` });
    return (await fixture.post(`SELECT count() FROM t WHERE a = ${i}`)).text;
  });
  expect(new Set(await Promise.all(work))).toEqual(new Set(["1\n"]));
});

test("a slow query and a stalled upload delay nobody; a full house answers 503 and KILL still gets in", async () => {
  const url = new URL(fixture.engine.url);
  url.search = new URLSearchParams({ query: "INSERT INTO t FORMAT CSV" }).toString();
  const uploads = [1, 2].map(() => {
    const headers = { Authorization: basicAuth(fixture.engine), "Content-Length": 1e9 };
    const upload = request(url, { method: "POST", headers });
    upload.on("error", () => undefined);
    upload.write("1,x\n");
    return upload;
  });
  const slow = ["k0", "k1", "k2"].map((query_id) => fixture.post(endless, { query_id }));
  await delay(300);
  expect((await fixture.post("SELECT 1")).text).toBe("1\n");
  // The last place, then the queue.
  const last = fixture.post(endless, { query_id: "k3" });
  await delay(100);
  const waiting = Array.from({ length: 80 }, () => fixture.post("SELECT 2"));
  await delay(500);
  const refused = await fixture.post("SELECT 3");
  expect(refused).toMatchObject({
    status: 503,
    text: expect.stringMatching(/^Code: 202\..*Too many simultaneous queries/),
  });
  expect((await fetch(`${fixture.engine.url}/ping`)).status).toBe(200);
  for (const id of ["k0", "k1", "k2", "k3"]) await fixture.post(`KILL QUERY WHERE query_id = '${id}'`);
  for (const answer of await Promise.all([...slow, last])) expect(answer.text).toMatch(/QUERY_WAS_CANCELLED/);
  expect(new Set((await Promise.all(waiting)).map(({ text }) => text))).toEqual(new Set(["2\n"]));
  for (const upload of uploads) upload.destroy();
  await expect
    .poll(async () => (await fixture.post("INSERT INTO t FORMAT CSV", {}, { body: "5000,x\n" })).status)
    .toBe(200);
});

test("sessions are limited", async () => {
  const statuses: number[] = [];
  for (const session_id of ["a", "b", "c", "d"]) statuses.push((await fixture.post("SELECT 1", { session_id })).status);
  expect(statuses).toEqual([200, 200, 200, 503]);
});
