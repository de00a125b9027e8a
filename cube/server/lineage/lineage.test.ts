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
