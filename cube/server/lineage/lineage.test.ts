import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { goldenData } from "../../../tests/golden/loadGolden.ts";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "../startServer.ts";
import { lineageLimits } from "./lineageLimits.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: goldenData });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const get = async (
  path: string,
  parameters: Record<string, string> = {},
  { url } = server,
): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${url}/api/${path}?${new URLSearchParams(parameters)}`);
  return { status: response.status, body: await response.json() };
};
const cited = z.object({ citation: z.string(), value: z.string().nullable(), publicationNumber: z.number() });
const doses2 = async (): Promise<number[]> => {
  const rows = await warehouse.query(
    "SELECT publication_number AS number FROM ops.publications WHERE batch_code = 'doses_2' ORDER BY number",
    { schema: z.object({ number: z.number() }) },
  );
  return rows.map(({ number }) => number);
};

describe("where a figure comes from", () => {
  it("comes with its parts, its question, and the files with their hashes", async () => {
    const { status, body } = await get("lineage", {
      measure: "vaccination.verified_dose_rate",
      structure: "63",
      level: "province",
      code: "01",
      to: "2022-04-30",
    });
    expect(status).toBe(200);
    // Hà Nội at the end of April: P01 3, P02 2, P03 2, P11 2 of the 10 doses sent, P07's being wrong (tests/golden/README.md).
    expect(body).toMatchObject({
      measure: { name: "vaccination.verified_dose_rate", titleVi: "Tỷ lệ mũi tiêm đã xác thực đúng", unit: "percent" },
      area: { structure: 63, level: "province", code: "01", fullName: "Thành phố Hà Nội" },
      period: { to: "2022-04-30" },
      filters: [],
      sources: expect.arrayContaining([{ job: "doses", titleVi: expect.any(String), titleEn: expect.any(String) }]),
      value: "0.9",
      numerator: { values: [{ measure: "vaccination.doses_verified", value: "9" }] },
      denominator: { values: [{ measure: "vaccination.doses_sent", value: "10" }] },
      sql: { sql: expect.stringContaining("agg_vaccination_by_day") },
    });
    const { loads } = z
      .object({
        loads: z.array(
          z.object({
            batch: z.string(),
            runId: z.uuid(),
            files: z.array(z.object({ name: z.string(), sha256: z.string().length(64) })),
          }),
        ),
      })
      .parse(body);
    const files = loads.flatMap((load) => load.files.map(({ name }) => name));
    expect(files).toContain("doses_2_corrected.csv");
    expect(files).not.toContain("doses_2_first.csv");
  });

  it("has a citation that gives the same number again, after later loads too", async () => {
    const [, corrected = 0] = await doses2();
    const cell = { measure: "vaccination.doses_recorded", to: "2022-06-30", filter: "sex:female" };
    const before = cited.parse((await get("lineage", { ...cell, known: `p${corrected - 1}` })).body);
    const after = cited.parse((await get("lineage", cell)).body);
    expect(before.value).not.toBe(after.value);
    for (const { citation, value } of [before, after]) {
      const { body } = await get(`citations/${encodeURIComponent(citation)}`);
      expect(body).toMatchObject({ isReproduced: true, lineage: { citation, value } });
    }
    expect(before.citation).toContain(`~p${corrected - 1}~sex:female~`);
  });

  it("says so where a code is not of this figure, or none at all", async () => {
    const { citation } = cited.parse((await get("lineage", { measure: "vaccination.doses_sent" })).body);
    const other = citation.replace("doses_sent", "doses_recorded");
    expect((await get(`citations/${encodeURIComponent(other)}`)).body).toMatchObject({ isReproduced: false });
    for (const code of ["x", "vaccination.doses_sent~34.nation.VN", "~~~~", `${citation}~more`.replace("..", "--")])
      expect(await get(`citations/${encodeURIComponent(code)}`)).toMatchObject({ status: 400 });
  });

  it("is refused in words for what there is not", async () => {
    for (const [parameters, status] of [
      [{}, 400],
      [{ measure: "vaccination.nothing" }, 404],
      [{ measure: "vaccination.doses_sent", level: "province", code: "77x" }, 404],
      [{ measure: "vaccination.doses_sent", level: "district", structure: "34", code: "001" }, 404],
      [{ measure: "vaccination.doses_sent", from: "2031-01-01" }, 404],
      [{ measure: "vaccination.doses_sent", from: "2022-02-30" }, 400],
      [{ measure: "vaccination.doses_sent", filter: "sex" }, 400],
      [{ measure: "vaccination.doses_sent", filter: "password:x" }, 400],
      [{ measure: "vaccination.doses_sent", known: "p99999" }, 400],
    ] as const) {
      const answer = await get("lineage", parameters);
      expect([parameters, answer.status]).toEqual([parameters, status]);
      expect(answer.body).toMatchObject({ fix: expect.any(String) });
    }
  });
});

describe("restatements", () => {
  it("show what changed between two states of knowledge, and which file changed it", async () => {
    const [first = 0, corrected = 0] = await doses2();
    const { status, body } = await get("restatements", {
      measure: "vaccination.doses_recorded",
      structure: "63",
      by: "province",
      known_from: `p${first}`,
      known_to: `p${corrected}`,
    });
    expect(status).toBe(200);
    // The first file put P11 in TP. HCM and lacked P12's second dose: 2 doses go to Hà Nội, TP. HCM loses 2 and gains 1.
    expect(body).toMatchObject({ knownFrom: `p${first}`, knownTo: `p${corrected}` });
    const { restatements } = z
      .object({
        restatements: z.array(
          z.object({
            code: z.string(),
            old: z.string().nullable(),
            new: z.string().nullable(),
            changes: z.array(z.object({ publication: z.object({ files: z.array(z.object({ name: z.string() })) }) })),
          }),
        ),
      })
      .parse(body);
    const byCode = Object.fromEntries(restatements.map((row) => [row.code, Number(row.new) - Number(row.old)]));
    expect(byCode).toEqual({ "01": 2, "79": -1 });
    for (const { changes } of restatements) {
      expect(changes.map(({ publication }) => publication.files.map(({ name }) => name))).toEqual([
        ["doses_2_corrected.csv"],
      ]);
    }
  });

  it("are none between a time and itself", async () => {
    const { body } = await get("restatements", {
      measure: "vaccination.doses_recorded",
      known_from: "p3",
      known_to: "p3",
    });
    expect(body).toMatchObject({ restatements: [] });
  });
});

describe("the ledger of runs", () => {
  const runs = z.object({
    total: z.number(),
    runs: z.array(
      z.object({
        runId: z.uuid(),
        job: z.string(),
        nameVi: z.string(),
        nameEn: z.string(),
        batch: z.string(),
        status: z.string(),
        read: z.number(),
        rejected: z.number(),
        message: z.string(),
        publicationNumber: z.number().nullable(),
        files: z.array(z.object({ name: z.string(), sha256: z.string() })),
      }),
    ),
  });
  const listed = async (parameters: Record<string, string>) => runs.parse((await get("runs", parameters)).body);

  it("tells every run with its files and what became of their rows, the newest first", async () => {
    const { total, runs: all } = await listed({});
    expect(total).toBe(10);
    expect(all.map(({ batch }) => batch)).toEqual([
      ...["certificates", "doses_3", "doses_2", "verifications_2", "doses_2", "doses_1"],
      ...["verifications_1", "administered", "population", "facilities"],
    ]);
    expect(all[2]).toMatchObject({
      ...{ job: "doses", nameVi: "Mũi tiêm", nameEn: "Doses" },
      ...{ status: "published", read: 5, rejected: 0, message: "", publicationNumber: 8 },
      files: [{ name: "doses_2_corrected.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
  });

  it("is narrowed by source and state, and comes in pages", async () => {
    expect((await listed({ job: "doses" })).total).toBe(4);
    expect((await listed({ job: "doses", status: "failed" })).runs).toEqual([]);
    const either = await fetch(`${server.url}/api/runs?job=doses&status=failed&status=published`);
    expect(runs.parse(await either.json()).total).toBe(4);
    const { total, runs: page } = await listed({ job: "doses", limit: "2", offset: "1" });
    expect([total, ...page.map(({ publicationNumber }) => publicationNumber)]).toEqual([4, 8, 6]);
  });

  it("keeps to itself what a message may quote from a file, and the runs of a sample", async () => {
    const insert = (status: string, dataset: string, message: string) =>
      warehouse.command(
        `INSERT INTO ops.runs (run_id, job, batch_code, dataset, status, message, started_at, ended_at, heartbeat_at)
         VALUES (generateUUIDv4(), 'claims', 'told', {dataset:String}, {status:String}, {message:String}, now64(3), now64(3), now64(3))`,
        { params: { status, dataset, message } },
      );
    await insert("refused", "real", "There is no column Nguyễn Văn A");
    await insert("held", "real", "3 rows instead of 10");
    await insert("failed", "sample", "");
    const { runs: told } = await listed({ job: "claims" });
    expect(told.map(({ status, message }) => [status, message]).sort()).toEqual([
      ["held", "3 rows instead of 10"],
      ["refused", ""],
    ]);
  });

  it("tells where a rule was broken by file and row, and nothing of what stands there", async () => {
    const { runs: loads } = await listed({ job: "verifications" });
    const first = loads.find(({ batch }) => batch === "verifications_1")?.runId ?? "";
    const { body } = await get(`runs/${first}/findings`, { rule: "person_unknown", limit: "3", offset: "1" });
    const file = "verifications_1.csv";
    expect(body).toEqual({ total: 8, rows: [2, 3, 4].map((row) => ({ file, row })) });
    expect((await get(`runs/${first}/findings`, { rule: "person_unknown", file: "other.csv" })).body).toEqual({
      ...{ total: 0, rows: [] },
    });
  });

  it("tells what was done about a rule's findings, province by province", async () => {
    expect((await get("finding-states", { job: "doses", rule: "id_malformed" })).body).toEqual({
      total: 0,
      changes: [],
    });
    await warehouse.command(
      `INSERT INTO ops.finding_states (finding_key, job, rule_code, place_key, state, note, changed_at) VALUES
       ('k', 'doses', 'id_malformed', 63200001, 'acknowledged', '', '2022-07-01 02:00:00'),
       ('k', 'doses', 'id_malformed', 63200001, 'explained', 'Nhập tay', '2022-07-02 02:00:00')`,
    );
    const place = { provinceCode: "01", provinceName: "Hà Nội" };
    expect((await get("finding-states", { job: "doses", rule: "id_malformed" })).body).toEqual({
      total: 2,
      changes: [
        { ...place, state: "explained", note: "Nhập tay", changedAt: "2022-07-02T02:00:00Z" },
        { ...place, state: "acknowledged", note: "", changedAt: "2022-07-01T02:00:00Z" },
      ],
    });
  });

  it("is refused in words for what there is not, or is too much at once", async () => {
    const nobody = "00000000-0000-4000-8000-000000000000";
    for (const [path, parameters, status] of [
      ["runs", { limit: "201" }, 400],
      ["runs", { job: "doses'; DROP TABLE ops.runs" }, 400],
      ["runs", { status: "lost" }, 400],
      ["runs", { secret: "1" }, 400],
      ["runs/doses/findings", { rule: "person_unknown" }, 400],
      [`runs/${nobody}/findings`, {}, 400],
      [`runs/${nobody}/findings`, { rule: "person_unknown" }, 404],
      ["finding-states", { job: "doses" }, 400],
    ] as const) {
      const answer = await get(path, parameters);
      expect([path, parameters, answer.status]).toEqual([path, parameters, status]);
      expect(answer.body).toMatchObject({ fix: expect.any(String) });
    }
  });
});

describe("more than can be told at once", () => {
  const measure = "vaccination.doses_recorded";
  let narrow: RunningServer;
  beforeAll(async () => {
    narrow = await startServer(
      { host: "127.0.0.1", port: 0, warehouse },
      { log: pino({ level: "silent" }), lineageLimits: { atOnce: 1, states: 2, figures: 1 } },
    );
  });
  afterAll(async () => {
    await narrow?.close();
  });

  it("is as documented", () => {
    expect(lineageLimits).toEqual({ atOnce: 16, states: 100, figures: 50_000 });
  });

  it("is turned away while others are answered, and answered later", async () => {
    const paths = ["lineage?", "restatements?known_from=p1&known_to=p2&", "lineage?", "lineage?"];
    const answers = await Promise.all(paths.map((path) => fetch(`${narrow.url}/api/${path}measure=${measure}`)));
    expect(answers.map(({ status }) => status)).toContain(200);
    const away = answers.filter(({ status }) => status === 429);
    expect(away.length).toBeGreaterThan(0);
    for (const answer of away) {
      expect([answer.headers.get("retry-after"), await answer.json()]).toEqual([
        "5",
        expect.objectContaining({ error: expect.stringContaining("Too many"), fix: expect.any(String) }),
      ]);
    }
    // A place is free once an answer has left.
    await expect.poll(async () => (await get("lineage", { measure }, narrow)).status, { timeout: 10_000 }).toBe(200);
  });

  it("is refused with the parameter to change: too many states of knowledge, too many figures", async () => {
    const [, corrected = 0] = await doses2();
    const between = { measure, known_from: `p${corrected - 1}`, known_to: `p${corrected}` };
    const few = await get("restatements", between, narrow);
    expect([few.status, few.body]).toMatchObject([200, { restatements: [{ code: "VN" }] }]);
    expect(await get("restatements", { ...between, known_from: "p0" }, narrow)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("More than 2 publications"), fields: ["known_from"] },
    });
    expect(await get("restatements", { ...between, by: "province" }, narrow)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("more than 1 figures"), fields: ["by"], fix: expect.any(String) },
    });
  });
});
