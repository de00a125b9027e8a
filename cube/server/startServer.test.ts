import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { get as httpGet } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { connect } from "../../warehouse/connect.ts";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { isSharedHere, sharedFile } from "../../warehouse/testing/sharedData.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { askOne, load, type Question, queryOf } from "../testing/askCube.ts";
import { publish, writeChanges } from "../testing/changes.ts";
import { revalidate } from "../testing/revalidate.ts";
import { provinceOf, saiGonUnknown, smallCountry, trucBach } from "../testing/smallCountry.ts";
import { openWarehouseProxy, type WarehouseProxy } from "../testing/warehouseProxy.ts";
import { type RunningServer, startServer } from "./startServer.ts";

let engine: TestWarehouse;
let proxy: WarehouseProxy;
let warehouse: Warehouse;
let server: RunningServer;
let dashboardFolder: string;

beforeAll(async () => {
  engine = await openTestWarehouse({ holding: smallCountry });
  proxy = await openWarehouseProxy(engine.url);
  const { user, password, database } = engine;
  warehouse = connect({ url: proxy.url, user, password, database, cluster: undefined, isEmbedded: true });
  dashboardFolder = await mkdtemp(join(tmpdir(), "dashboard-"));
  await mkdir(join(dashboardFolder, "assets"));
  await writeFile(join(dashboardFolder, "index.html"), "<!doctype html><head><title>Bảng điều hành</title></head>");
  await writeFile(join(dashboardFolder, "assets", "app-12345678.js"), "export {};");
  await mkdir(join(dashboardFolder, ".vite"));
  await writeFile(join(dashboardFolder, ".vite", "manifest.json"), "{}");
  const pages = { "/tiem-chung": ["assets/vaccination-1.js", "assets/vaccination-2.css"] };
  await writeFile(join(dashboardFolder, ".vite", "pages.json"), JSON.stringify(pages));
  server = await startServer(
    { host: "127.0.0.1", port: 0, warehouse },
    { log: pino({ level: "silent" }), dashboardFolder, queryTimeoutSeconds: 1, allowedHosts: ["suckhoe.example.vn"] },
  );
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
  await proxy?.down();
  await engine?.close();
  await rm(dashboardFolder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });
const json = async (path: string): Promise<unknown> => (await get(path)).json();
/** However busy the machine is. */
const patient = { interval: 10, timeout: 30_000 };
const recorded: Question = { measures: ["doses_recorded"] };
/** Answered never before: what is cached depends on the question. */
let asked = 0;
const freshQuestion = () => {
  asked += 1;
  return { ...queryOf(recorded), limit: 100 + asked };
};

describe("starting", () => {
  it("says so when the port is taken", async () => {
    const port = Number(new URL(server.url).port);
    await expect(
      startServer({ host: "127.0.0.1", port, warehouse }, { log: pino({ level: "silent" }) }),
    ).rejects.toMatchObject({
      message: expect.stringContaining("is taken by another process"),
      fix: expect.stringContaining("PORT"),
    });
  });
});

describe("answers are kept for as long as they are true", () => {
  it("computes a question once, whatever the order of its keys, by GET and POST", async () => {
    const query = freshQuestion();
    const first = await load(server.url, query);
    expect([first.status, first.headers.get("x-cache")]).toEqual([200, "miss"]);
    const { measures, ...rest } = query;
    const second = await load(server.url, { ...rest, measures });
    expect(second.headers.get("x-cache")).toBe("hit");
    expect(await second.text()).toBe(await first.text());
    const post = await fetch(`${server.url}/cubejs-api/v1/load`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    expect(post.headers.get("x-cache")).toBe("hit");
    expect((await load(server.url, query, { cache: "no-cache" })).headers.get("x-cache")).toBe("hit");
    const plain = await get(`/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`, {
      "accept-encoding": "identity",
    });
    expect([plain.headers.get("content-encoding"), plain.status]).toEqual([null, 200]);
    expect(await plain.json()).toMatchObject({ data: [{ "vaccination.doses_recorded": "26" }] });
  });

  it("computes equal questions that come together once", async () => {
    const query = freshQuestion();
    const before = proxy.statements.filter((statement) => statement.includes("vaccination_changes")).length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => load(server.url, query)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(proxy.statements.filter((statement) => statement.includes("vaccination_changes")).length - before).toBe(1);
  });

  it("answers 304 to who has the answer already", async () => {
    const query = freshQuestion();
    for (const path of [`/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`, "/api/about"]) {
      const etag = (await get(path)).headers.get("etag");
      expect([path, await revalidate(`${server.url}${path}`, String(etag))]).toEqual([path, 304]);
      expect([path, await revalidate(`${server.url}${path}`, 'W/"another"')]).toEqual([path, 200]);
    }
  });

  // Others may use the machine's processors meanwhile: it is measured again then.
  it("answers a kept question within milliseconds", { retry: 2 }, async () => {
    const query = freshQuestion();
    await load(server.url, query);
    const times: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const started = performance.now();
      await (await load(server.url, query)).text();
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    expect(times[10]).toBeLessThan(50);
  });

  it("shows a publication at once, and nothing of a load before it", async () => {
    expect(await askOne(server.url, recorded)).toEqual({ doses_recorded: 26 });
    await writeChanges(engine, 2001, [{ place: trucBach, day: "2022-04-29", doses_recorded: 100 }], provinceOf);
    expect(await askOne(server.url, recorded)).toEqual({ doses_recorded: 26 });
    await publish(engine, { number: 4, loadId: 2001, job: "doses", firstDate: "2022-04-29", lastDate: "2022-04-29" });
    expect(await askOne(server.url, recorded)).toEqual({ doses_recorded: 126 });
  });
});

describe("Cube's routes", () => {
  it("are load, meta, sql and dry-run; the rest is not there", async () => {
    expect(await json("/cubejs-api/v1/meta")).toMatchObject({
      cubes: expect.arrayContaining([expect.objectContaining({ name: "vaccination", type: "view" })]),
    });
    const question = `query=${encodeURIComponent(JSON.stringify(queryOf(recorded)))}`;
    expect(await json(`/cubejs-api/v1/sql?${question}`)).toMatchObject({
      sql: { sql: [expect.stringContaining("agg_vaccination_by_day"), expect.anything()] },
    });
    expect((await get(`/cubejs-api/v1/dry-run?${question}`)).status).toBe(200);
    for (const path of [
      "/cubejs-api/graphql",
      "/cubejs-api/v1/cubesql",
      "/cubejs-api/v1/pre-aggregations/jobs",
      "/cubejs-system/v1/context",
    ]) {
      const response = await fetch(`${server.url}${path}`, { method: "POST", headers: { accept: "application/json" } });
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect((await get("/cubejs-api/v1/meta?extended")).status).toBe(404);
  });

  it("refuse a bad question in words, without a stack", async () => {
    const response = await load(server.url, { measures: ["vaccination.nothing"] });
    expect(response.status).toBe(400);
    const body = await response.text();
    expect(body).toContain("no member vaccination.nothing");
    expect(body).not.toMatch(/\s+at \w+ \(|\.[jt]s:\d/);
    expect((await load(server.url, "not json")).status).toBe(400);
    expect((await get("/cubejs-api/v1/load")).status).toBe(400);
  });

  it("refuse a body that is too large or no JSON", async () => {
    const post = (body: string) =>
      fetch(`${server.url}/cubejs-api/v1/load`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
    expect((await post(`{"query": "${"x".repeat(300_000)}"}`)).status).toBe(413);
    expect((await post("{")).status).toBe(400);
  });
});

describe("/api", () => {
  it("shows its health and what is loaded", async () => {
    expect(await json("/api/health")).toMatchObject({
      status: "ok",
      warehouse: { engine: "ClickHouse (chdb)", version: expect.stringMatching(/^\d+\.\d+/) },
      data: { dataset: "real", dataDate: "2022-04-30", loadedAt: "2022-05-01T00:00:00Z" },
    });
    expect(await json("/api/about")).toMatchObject({
      dataset: "real",
      sampleScale: null,
      dataDate: "2022-04-30",
      firstDate: "2022-03-01",
      campaign: { code: "de_an_06_2022", baselineDate: "2022-03-24" },
      structures: [
        { code: 34, validTo: null },
        { code: 63, validTo: "2025-06-30" },
      ],
      subjects: expect.arrayContaining([
        {
          view: "vaccination",
          sources: expect.arrayContaining([
            expect.objectContaining({ job: "administered", lastDate: "2022-04-01", failedAt: null }),
          ]),
        },
        {
          view: "payments",
          sources: [expect.objectContaining({ job: "payments", titleVi: expect.any(String), publishedAt: null })],
        },
      ]),
      sources: expect.arrayContaining([
        {
          job: "administered",
          lastDate: "2022-04-01",
          publishedAt: "2022-05-01T00:00:00Z",
          rowCount: 1,
          files: [{ name: "administered.csv", sha256: "0".repeat(64) }],
        },
      ]),
    });
  });

  it("finds units", async () => {
    expect(await json("/api/areas/search?q=ba%20dinh%20ha%20noi&structure=34&limit=1")).toEqual([
      {
        structure: 34,
        level: "commune",
        code: "00004",
        name: "Ba Đình",
        fullName: "Phường Ba Đình",
        path: [
          expect.objectContaining({ code: "VN" }),
          { level: "province", code: "01", name: "Hà Nội", fullName: "Thành phố Hà Nội" },
        ],
      },
    ]);
  });

  it("gives the newest outline of each unit of a province, and none where no boundaries are loaded", async () => {
    const communes = "/api/boundaries/34/commune/01";
    expect(await json(communes)).toEqual({ units: [] });
    const outline = (load_id: number, area_code: string, province_code = "01") => ({
      ...{ load_id, structure_code: 34, level: "commune", province_code, area_code },
      ...{ min_x: 0, min_y: -9, max_x: load_id, max_y: 0, outline: `M0,0l${load_id},0l0,-9z` },
    });
    const rows = [outline(901, "00004"), outline(901, "00008"), outline(902, "00004"), outline(901, "25750", "79")];
    await warehouse.insertStream("INSERT INTO mart.dim_boundaries FORMAT JSONEachRow", [
      Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n")),
    ]);
    await warehouse.command(
      `INSERT INTO ops.publications (publication_number, load_id, job, batch_code, dataset, sample_scale)
       VALUES (901, 901, 'boundaries', 'a', 'real', 1), (902, 902, 'boundaries', 'b', 'real', 1)`,
    );
    expect(await json(communes)).toEqual({
      units: [
        { code: "00004", path: "M0,0l902,0l0,-9z", box: [0, -9, 902, 0] },
        { code: "00008", path: "M0,0l901,0l0,-9z", box: [0, -9, 901, 0] },
      ],
    });
  });

  it("shows a unit with what is above and below, and the unknown member where facts are under it", async () => {
    expect(await json("/api/areas/63/district/001")).toMatchObject({
      unit: { code: "001", fullName: "Quận Ba Đình" },
      ancestors: [
        { level: "nation", code: "VN" },
        { level: "province", code: "01" },
      ],
      children: expect.arrayContaining([expect.objectContaining({ level: "commune", code: "00004" })]),
    });
    const childCodes = async (path: string): Promise<string[]> => {
      const answer = await json(path);
      return (
        JSON.stringify(answer)
          .match(/"code":"[^"]*"/g)
          ?.map((text) => text.slice(8, -1)) ?? []
      );
    };
    expect(saiGonUnknown).toBe(63_200_079);
    expect(await childCodes("/api/areas/63/province/79")).toContain("79?");
    expect(await childCodes("/api/areas/34/province/79")).toContain("79?");
    expect(await childCodes("/api/areas/63/province/48")).not.toContain("48?");
  });

  it("gives the province of today of every former one", async () => {
    const successors = await json("/api/areas/successors");
    expect(successors).toHaveLength(63);
    expect(successors).toEqual(
      expect.arrayContaining([
        { structure: 63, code: "01", successor: "01" },
        { structure: 63, code: "74", successor: "79" },
        { structure: 63, code: "77", successor: "79" },
      ]),
    );
  });

  it.skipIf(!isSharedHere)("sends every former province where most of its communes went", async () => {
    const votes = new Map<string, Map<string, number>>();
    const crosswalk = readFileSync(sharedFile("data/admin/crosswalk_old_to_new_communes.csv"), "utf8");
    for (const line of crosswalk.trim().split("\n").slice(1)) {
      const [, , , then = "", , , now = ""] = line.split(",");
      if (then === "") continue;
      const counts = votes.get(then) ?? new Map<string, number>();
      votes.set(then, counts.set(now, (counts.get(now) ?? 0) + 1));
    }
    const winners = [...votes].map(([then, counts]) => [then, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]]);
    const rows = z
      .array(z.object({ code: z.string(), successor: z.string() }))
      .parse(await json("/api/areas/successors"));
    expect(rows.map(({ code, successor }) => [code, successor])).toEqual(winners.sort());
  });

  it("answers every error with what to do and the request's id", async () => {
    const response = await get("/api/areas/63/province/00", { "x-request-id": "mine-1" });
    expect(response.status).toBe(404);
    expect(response.headers.get("x-request-id")).toBe("mine-1");
    expect(await response.json()).toEqual({
      error: expect.stringContaining("00"),
      fields: ["code"],
      fix: expect.stringContaining("/api/areas/search"),
      requestId: "mine-1",
    });
    for (const [path, status] of [
      ["/api/areas/search", 400],
      ["/api/areas/63/region/01", 400],
      ["/api/nothing", 404],
      ["/api/areas/%E0%A4%A/x/y", 400],
    ] as const) {
      const answer = await get(path);
      expect([path, answer.status, await answer.json()]).toEqual([
        path,
        status,
        {
          error: expect.any(String),
          fields: expect.any(Array),
          fix: expect.any(String),
          requestId: expect.any(String),
        },
      ]);
    }
  });
});

describe("the dashboard's files", () => {
  it("never change under /assets; every other path is the app", async () => {
    const asset = await get("/assets/app-12345678.js");
    expect([asset.status, asset.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect((await get("/assets/old-87654321.js", { accept: "*/*" })).status).toBe(404);
    for (const path of ["/", "/tiem-chung?tinh=01"]) {
      const page = await get(path, { accept: "text/html" });
      expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-cache"]);
      expect(await page.text()).toContain("Bảng điều hành");
    }
  });

  it("name what a page needs and hold what is loaded, so that its questions leave with the first script", async () => {
    const page = await (await get("/tiem-chung?area=01", { accept: "text/html" })).text();
    expect(page).toContain('<link rel="modulepreload" crossorigin href="/assets/vaccination-1.js">');
    expect(page).toContain('<link rel="stylesheet" crossorigin href="/assets/vaccination-2.css">');
    const [, about = ""] = /<script type="application\/json" id="about">(.*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(about)).toEqual(await json("/api/about"));
    expect(await (await get("/khong-co", { accept: "text/html" })).text()).not.toContain("vaccination-1.js");
  });

  it("are those of the app: what its build leaves for tools is not there", async () => {
    for (const path of [
      "/.vite/manifest.json",
      "/.vite/pages.json",
      "/%2evite/manifest.json",
      "/.env",
      "/assets/.hidden",
    ]) {
      expect([path, (await get(path, { accept: "text/html,*/*" })).status]).toEqual([path, 404]);
    }
  });

  it("come with headers that let nothing foreign run", async () => {
    const { headers } = await get("/", { accept: "text/html" });
    expect(headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("and answers are compressed", async () => {
    expect((await get("/cubejs-api/v1/meta", { "accept-encoding": "gzip" })).headers.get("content-encoding")).toBe(
      "gzip",
    );
  });
});

describe("a reader who came by another name", () => {
  /** fetch writes the Host header itself. */
  const statusFor = (path: string, host: string): Promise<{ status: number | undefined; body: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      httpGet({ hostname, port, path, headers: { host } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString("utf8") }),
        );
      }).on("error", reject);
    });

  it("is refused everywhere, with what to do", async () => {
    for (const path of ["/", "/api/about", "/cubejs-api/v1/meta", "/theme.js"]) {
      for (const host of [
        "evil.example",
        "evil.example:4000",
        "localhost.evil.example",
        "10.1.2.3",
        "127.0.0.1.evil.example",
        "a b",
      ]) {
        const { status, body } = await statusFor(path, host);
        expect([path, host, status]).toEqual([path, host, 421]);
        expect(body).toContain("ALLOWED_HOSTS=");
      }
    }
  });

  it("is answered under this machine's names and those allowed", async () => {
    const { port } = new URL(server.url);
    for (const host of [
      `127.0.0.1:${port}`,
      "LOCALHOST:1",
      "[::1]:4000",
      "app.localhost",
      "suckhoe.example.vn",
      "SucKhoe.example.vn.:443",
    ]) {
      expect([host, (await statusFor("/api/about", host)).status]).toEqual([host, 200]);
    }
  });
});

describe("when the warehouse does not answer", () => {
  it("stops a question that takes too long, and kills it", async () => {
    proxy.hold = /vaccination_changes/;
    const response = await load(server.url, freshQuestion());
    proxy.hold = undefined;
    expect(response.status).toBe(504);
    expect(await response.json()).toEqual({
      error: expect.stringContaining("took too long"),
      fields: [],
      fix: expect.any(String),
      requestId: expect.any(String),
    });
    await expect.poll(() => proxy.statements.some((statement) => statement.includes("KILL QUERY"))).toBe(true);
    expect((await load(server.url, freshQuestion())).status).toBe(200);
  });

  it("says so with 503, and recovers by itself", async () => {
    const known = freshQuestion();
    await load(server.url, known);
    await proxy.down();
    const [health, about, question] = await Promise.all([
      get("/api/health"),
      get("/api/about"),
      load(server.url, known),
    ]);
    expect([health.status, about.status, question.status]).toEqual([503, 503, 503]);
    // The page comes all the same, and says what is the matter.
    const page = await get("/", { accept: "text/html" });
    expect([page.status, await page.text()]).toEqual([200, expect.not.stringContaining('id="about"')]);
    expect(await health.json()).toEqual({
      error: expect.stringContaining("does not answer"),
      fields: [],
      fix: expect.any(String),
      requestId: expect.any(String),
    });
    expect(await question.json()).toEqual({
      error: expect.stringContaining("does not answer"),
      fields: [],
      fix: expect.any(String),
      requestId: expect.any(String),
    });
    await proxy.up();
    expect((await get("/api/health")).status).toBe(200);
    expect((await load(server.url, freshQuestion())).status).toBe(200);
  });
});

describe("several questions in one request", () => {
  const askAll = (body: unknown, signal?: AbortSignal): Promise<Response> =>
    fetch(`${server.url}/api/questions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  const line = z.object({ index: z.number(), status: z.number(), body: z.record(z.string(), z.unknown()) });
  const linesOf = async (response: Response) =>
    (await response.text())
      .trimEnd()
      .split("\n")
      .map((text) => line.parse(JSON.parse(text)))
      .sort((a, b) => a.index - b.index);

  it("are answered as each would be alone, and one that is refused refuses no other", async () => {
    const known = freshQuestion();
    const alone: unknown = await (await load(server.url, known)).json();
    const response = await askAll({ queries: [known, { measures: ["vaccination.none"] }, freshQuestion()] });
    // A page's answers are hundreds of kilobytes, and compress to a fifth.
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const answers = await linesOf(response);
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 200]);
    expect(answers[0]?.body).toEqual(alone);
    expect(answers[1]?.body).toMatchObject({ fields: ["measures[0]"], fix: expect.any(String) });
    expect(answers[2]?.body.data).toEqual([
      expect.objectContaining({ "vaccination.doses_recorded": expect.any(String) }),
    ]);
  });

  it("wait for none that is slower", async () => {
    const known = freshQuestion();
    await load(server.url, known);
    proxy.hold = /vaccination_changes/;
    const response = await askAll({ queries: [freshQuestion(), known] });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('{"index":1,"status":200');
    proxy.release();
    // To its end: a question that is left would be stopped in the midst of the next test.
    let part = await reader?.read();
    while (part && !part.done) part = await reader?.read();
  });

  it("are all stopped when their reader hangs up", async () => {
    proxy.hold = /vaccination_changes/;
    const before = proxy.statements.length;
    const since = (text: string): number =>
      proxy.statements.slice(before).filter((statement) => statement.includes(text)).length;
    const presence = new AbortController();
    const answer = askAll({ queries: [freshQuestion(), freshQuestion()] }, presence.signal)
      .then(
        (response) => response.text(),
        () => "hung up",
      )
      .catch(() => "hung up");
    await expect.poll(() => since("vaccination_changes"), patient).toBe(2);
    presence.abort();
    expect(await answer).toBe("hung up");
    await expect.poll(() => since("KILL QUERY"), patient).toBeGreaterThan(0);
    proxy.release();
  });

  it.each([
    ["none", { queries: [] }],
    ["no list", { query: queryOf(recorded) }],
    ["more than 40", { queries: Array.from({ length: 41 }, () => queryOf(recorded)) }],
  ])("are refused where there are %s", async (_, body) => {
    const response = await askAll(body);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ fields: ["queries"], fix: expect.stringContaining("at most 40") }),
    ]);
  });

  it("are refused where one is nested deeper than any question", async () => {
    const response = await fetch(`${server.url}/api/questions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"queries":[${"[".repeat(50_000)}${"]".repeat(50_000)}]}`,
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ fields: ["queries[0]"] }),
    ]);
  });
});

describe("a reader who hangs up", () => {
  it("ends the warehouse's work on the question when no other reader waits for it", async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const patientServer = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log, dashboardFolder });
    const query = freshQuestion();
    const before = proxy.statements.length;
    const since = (text: string): number =>
      proxy.statements.slice(before).filter((statement) => statement.includes(text)).length;
    const hungUp = (): number => lines.filter((line) => line.includes('"aborted":true')).length;
    const reader = (extra: object = {}) => {
      const presence = new AbortController();
      const parameters = new URLSearchParams({ query: JSON.stringify({ ...query, ...extra }) });
      const url = `${patientServer.url}/cubejs-api/v1/load?${parameters}`;
      const answer = fetch(url, { signal: presence.signal }).then(
        ({ status }) => status,
        () => "hung up",
      );
      return { answer, hangUp: () => presence.abort() };
    };
    proxy.hold = /vaccination_changes/;
    const first = reader();
    await expect.poll(() => since("vaccination_changes"), patient).toBe(1);
    const reads = since("FROM ops.publications ORDER BY");
    const second = reader();
    // The same SQL in another form is another question.
    const other = reader({ responseFormat: "compact" });
    await expect.poll(() => since("vaccination_changes"), patient).toBe(2);
    await expect.poll(() => since("FROM ops.publications ORDER BY"), patient).toBeGreaterThan(reads);
    await fetch(`${patientServer.url}/api/health`);

    first.hangUp();
    await expect.poll(hungUp, patient).toBe(1);
    expect([await first.answer, since("KILL QUERY")]).toEqual(["hung up", 0]);
    second.hangUp();
    await expect.poll(() => since("KILL QUERY"), patient).toBe(1);
    proxy.release();
    expect(await other.answer).toBe(200);
    const again = await load(patientServer.url, query);
    expect([again.status, again.headers.get("x-cache"), await again.json()]).toEqual([
      ...[200, "miss"],
      expect.objectContaining({
        data: [expect.objectContaining({ "vaccination.doses_recorded": expect.any(String) })],
      }),
    ]);
    await patientServer.close();
  });
});

describe("too many questions at once", () => {
  it("are turned away with when to come again", async () => {
    const log = pino({ level: "silent" });
    const narrow = await startServer(
      { host: "127.0.0.1", port: 0, warehouse },
      { log, dashboardFolder, maxWaiting: 1, queryTimeoutSeconds: 1 },
    );
    const before = proxy.statements.length;
    proxy.hold = /vaccination_changes/;
    const first = load(narrow.url, freshQuestion());
    await expect
      .poll(
        () => proxy.statements.slice(before).some((statement) => statement.includes("vaccination_changes")),
        patient,
      )
      .toBe(true);
    const second = await load(narrow.url, freshQuestion());
    expect([second.status, second.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(await second.json()).toEqual({
      error: expect.stringContaining("Too many questions"),
      fields: [],
      fix: expect.any(String),
      requestId: expect.any(String),
    });
    proxy.hold = undefined;
    expect((await first).status).toBe(504);
    expect((await load(narrow.url, freshQuestion())).status).toBe(200);
    await narrow.close();
  });

  it("in one request too", async () => {
    const month = queryOf({ measures: ["doses_recorded"], granularity: "month" });
    expect(
      (
        await load(
          server.url,
          Array.from({ length: 21 }, () => month),
          { queryType: "multi" },
        )
      ).status,
    ).toBe(400);
  });
});

describe("stopping", () => {
  it("lets an answer under way finish, and takes no more", async () => {
    const other = await startServer(
      { host: "127.0.0.1", port: 0, warehouse },
      { log: pino({ level: "silent" }), dashboardFolder },
    );
    const before = proxy.statements.length;
    const answering = load(other.url, freshQuestion());
    await expect.poll(() => proxy.statements.length - before, patient).toBeGreaterThan(0);
    const closing = other.close();
    expect((await answering).status).toBe(200);
    await closing;
    await expect(fetch(`${other.url}/api/health`)).rejects.toThrow();
  });
});
