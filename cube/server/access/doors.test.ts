import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { goldenData } from "../../../tests/golden/loadGolden.ts";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { type AskAs, askAs, signIn, type Told } from "../../testing/askAs.ts";
import { type Question, queryOf } from "../../testing/askCube.ts";
import { type RunningServer, startServer } from "../startServer.ts";
import type { GrantedArea } from "./ownAreas.ts";
import { granted, type Permission, type Role, roles } from "./permissions.ts";

const password = "một câu đủ dài để thử";
const roleNames = Object.keys(roles).filter((name): name is Role => Object.hasOwn(roles, name));

let folder: string;
let warehouse: TestWarehouse;
let server: RunningServer;
let nobody: AskAs;
let runId: string;
const as = new Map<string, AskAs>();
const of = (name: string): AskAs => as.get(name) ?? nobody;

/** An account as its owner gets it: made by the administrator, its password set through the link. */
const open = async (name: string, role: Role, areas: GrantedArea[] = []): Promise<void> => {
  const made = await of("administrator")("/api/accounts", {
    body: { email: `${name}@y-te.example`, name, role, areas },
  });
  expect([name, made.status]).toEqual([name, 200]);
  const { token } = z.object({ token: z.string() }).parse(JSON.parse(made.text));
  expect((await nobody("/api/account/password", { body: { token, password } })).status).toBe(204);
  as.set(name, await signIn(server.url, `${name}@y-te.example`, password));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "accounts-"));
  warehouse = await openTestWarehouse({ holding: goldenData });
  const administrator = "quan-tri@y-te.example";
  await writeFile(join(folder, "index.html"), "<!doctype html><head><title>Bảng điều hành</title></head>");
  server = await startServer(
    { host: "127.0.0.1", port: 0, warehouse },
    {
      log: pino({ level: "silent" }),
      dashboardFolder: folder,
      accounts: { dataDir: folder, secret: undefined, administrator, secureCookies: false },
    },
  );
  nobody = askAs(server.url);
  const token = new URL(server.firstLink ?? "").hash.split("=")[1];
  await nobody("/api/account/password", { body: { token, password } });
  as.set("administrator", await signIn(server.url, administrator, password));
  await open("leader", "leader");
  await open("statistician", "statistician");
  await open("steward", "steward");
  await open("auditor", "auditor");
  await open("province", "province", [{ structure: 34, code: "01" }]);
  await open("hcm", "province", [{ structure: 34, code: "79" }]);
  await open("phu-tho", "province", [{ structure: 34, code: "25" }]);
  await open("phu-tho-before", "province", [{ structure: 63, code: "25" }]);
  await open("binh-duong", "province", [{ structure: 63, code: "74" }]);
  const [run] = await warehouse.query("SELECT toString(any(run_id)) AS id FROM ops.runs", {
    schema: z.object({ id: z.string() }),
  });
  runId = run?.id ?? "";
  await warehouse.command(
    `INSERT INTO ops.finding_states (finding_key, job, rule_code, place_key, state, note, changed_at)
     SELECT number, 'doses', 'tried', if(number = 1, 63200001, 63200079), 'explained', concat('note ', toString(number)), now64(3)
     FROM numbers(1, 2)`,
  );
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Whose detail an answer tells: of the account's own area (Hà Nội), of another (TP. HCM), of the nation; or of no area at all. */
type AreaClass = "own" | "other" | "nation" | "none";
interface Door {
  readonly name: string;
  readonly permission: Permission;
  readonly area: AreaClass;
  readonly ask: (as: AskAs) => Promise<Told>;
}

const loadPath = (query: unknown, route = "load", more = ""): string =>
  `/cubejs-api/v1/${route}?query=${encodeURIComponent(JSON.stringify(query))}${more}`;
const where = (member: string, ...values: string[]) => ({ member, operator: "equals", values });
const asking = (question: Question, more: object = {}) => ({ ...queryOf(question), ...more });
const doses = { measures: ["doses_recorded"] };

const question = (name: string, area: AreaClass, query: unknown, permission: Permission = "figures"): Door => ({
  ...{ name, permission, area },
  ask: (reader) => reader(loadPath(query)),
});
const page = (path: string, permission: Permission, area: AreaClass, name = path): Door => ({
  ...{ name, permission, area },
  ask: (reader) => reader(path),
});
const lineageOf = (code: string, more = ""): string =>
  `/api/lineage?measure=vaccination.doses_recorded&structure=63&level=province&code=${code}${more}`;

/** Every question that could show another area's detail, by what it is of. */
const questions: readonly Door[] = [
  question("the nation's total", "nation", asking(doses)),
  question("the nation by what tells no areas apart", "nation", asking({ ...doses, dimensions: ["sex", "state"] })),
  question("the nation, narrowed", "nation", asking({ ...doses, filters: [where("sex", "male")] })),
  question("the nation by month", "nation", asking({ ...doses, granularity: "month" })),
  question(
    "the own communes",
    "own",
    asking({
      ...doses,
      dimensions: ["now_commune_code", "facility_code", "area_mapping"],
      filters: [where("now_province_code", "01")],
    }),
  ),
  question("the own district of then", "own", asking({ ...doses, filters: [where("then_district_code", "001")] })),
  question("an own commune", "own", asking({ ...doses, filters: [where("then_commune_code", "00004")] })),
  question(
    "the own area as it was known",
    "own",
    asking({
      ...doses,
      filters: [where("now_province_code", "01"), where("as_known_on", "p7")],
    }),
  ),
  question("another province", "other", asking({ ...doses, filters: [where("now_province_code", "79")] })),
  question("another province of then", "other", asking({ ...doses, filters: [where("then_province_code", "79")] })),
  question("another province's commune", "other", asking({ ...doses, filters: [where("then_commune_code", "26734")] })),
  question(
    "an own and another province",
    "other",
    asking({ ...doses, filters: [where("now_province_code", "01", "79")] }),
  ),
  question(
    "a province that does not exist",
    "other",
    asking({ ...doses, filters: [where("now_province_code", "98")] }),
  ),
  question("all provinces", "other", asking({ ...doses, dimensions: ["now_province_code"] })),
  question(
    "all provinces, the first in order",
    "other",
    asking(
      { ...doses, dimensions: ["then_province_name"] },
      { order: [["vaccination.doses_recorded", "desc"]], limit: 1 },
    ),
  ),
  question(
    "all but the own",
    "other",
    asking({
      ...doses,
      filters: [{ member: "now_province_code", operator: "notEquals", values: ["01"] }],
    }),
  ),
  question(
    "names that begin so",
    "other",
    asking({
      ...doses,
      filters: [{ member: "now_province_name", operator: "startsWith", values: ["TP"] }],
    }),
  ),
  question("a facility anywhere", "other", asking({ ...doses, filters: [where("facility_code", "79001")] })),
  question("how units were mapped", "other", asking({ ...doses, dimensions: ["area_mapping"] })),
  question("the nation before one file more", "other", asking({ ...doses, filters: [where("as_known_on", "p7")] })),
  question("the own area, or anything", "other", {
    ...asking(doses),
    filters: [{ or: [where("vaccination.now_province_code", "01"), where("vaccination.sex", "male")] }],
  }),
  question(
    "targets of the nation",
    "nation",
    asking({
      ...{ view: "targets", measures: ["target_value"], dimensions: ["target_code"] },
      filters: [where("area_level", "nation")],
    }),
    "targets",
  ),
  question("targets of all provinces", "other", asking({ view: "targets", measures: ["target_value"] }), "targets"),
  question(
    "tasks",
    "nation",
    asking({ view: "programme", measures: ["task_count"], dimensions: ["task_code"] }),
    "targets",
  ),
  question(
    "quality of a source",
    "nation",
    asking({
      ...{ view: "data_quality", measures: ["rows_received"], dimensions: ["source"] },
    }),
    "quality",
  ),
  question(
    "quality of a file",
    "other",
    asking({
      ...{ view: "data_quality", measures: ["rows_received"], dimensions: ["file_name"] },
    }),
    "quality",
  ),
  question(
    "the nation's figures beside official ones, before one file more",
    "other",
    asking({ view: "reconciliation", measures: ["rules"], filters: [where("as_known_on", "p7")] }),
    "quality",
  ),
  question(
    "official figures",
    "nation",
    asking({
      ...{ view: "reconciliation", measures: ["rules"], dimensions: ["rule_code"] },
    }),
    "quality",
  ),
];

const own = asking({ ...doses, filters: [where("now_province_code", "01")] });
const other = asking({ ...doses, filters: [where("now_province_code", "79")] });
const lines = z.object({ status: z.number(), body: z.unknown() });

/** The same question by every door that takes one. */
const ways: readonly Door[] = (
  [
    ["own", own],
    ["other", other],
  ] as const
).flatMap(([area, query]): Door[] => [
  { name: `POST ${area}`, permission: "figures", area, ask: (to) => to("/cubejs-api/v1/load", { body: { query } }) },
  { name: `SQL ${area}`, permission: "figures", area, ask: (to) => to(loadPath(query, "sql")) },
  { name: `dry run ${area}`, permission: "figures", area, ask: (to) => to(loadPath(query, "dry-run")) },
  {
    ...{ name: `beside another question ${area}`, permission: "figures", area },
    ask: async (to) => {
      const told = await to("/api/questions", { body: { queries: [query] } });
      if (told.status !== 200) return told;
      const { status, body } = lines.parse(JSON.parse(told.text));
      return { ...told, status, text: JSON.stringify(body) };
    },
  },
  {
    ...{ name: `joined by time ${area}`, permission: "figures", area },
    ask: (to) => {
      const byMonth = (each: typeof query) => ({
        ...each,
        timeDimensions: [{ dimension: "vaccination.date", granularity: "month" }],
      });
      return to(loadPath([byMonth(own), byMonth(query)], "load", "&queryType=multi"));
    },
  },
]);

const doors: readonly Door[] = [
  ...questions,
  ...ways,
  page("/cubejs-api/v1/meta", "reference", "none"),
  page("/api/about", "reference", "none"),
  page("/api/areas/search?q=ha+noi", "reference", "none"),
  page("/api/areas/successors", "reference", "none"),
  page("/api/areas/34/province/79", "reference", "none"),
  page("/api/boundaries/34/commune/79", "reference", "none"),
  page("/api/lineage?measure=vaccination.doses_recorded", "figures", "nation"),
  page("/api/lineage?measure=vaccination.doses_recorded&known=p7", "figures", "other"),
  page("/api/lineage?measure=vaccination.doses_recorded&filter=facility_code:79001", "figures", "other"),
  page(lineageOf("01"), "figures", "own"),
  page(lineageOf("79"), "figures", "other"),
  page(lineageOf("01", "&known=p7"), "figures", "own"),
  page(
    `/api/citations/${encodeURIComponent("vaccination.doses_recorded~63.province.79~2022-01-01..2022-06-30~p7~00000000")}`,
    "figures",
    "other",
    "a citation of another province",
  ),
  page(
    `/api/citations/${encodeURIComponent("vaccination.doses_recorded~63.province.01~2022-01-01..2022-06-30~p7~00000000")}`,
    "figures",
    "own",
    "a citation of the own",
  ),
  page("/api/runs", "loads", "other"),
  {
    name: "findings of a run",
    permission: "loads",
    area: "other",
    ask: (to) => to(`/api/runs/${runId}/findings?rule=tried`),
  },
  page("/api/restatements?measure=vaccination.doses_recorded&known_from=p1&known_to=p7&by=province", "loads", "other"),
  // Of the own area too: what changed it may be another's file.
  page(
    "/api/restatements?measure=vaccination.doses_recorded&structure=63&level=province&code=01&known_from=p1&known_to=p7",
    "loads",
    "other",
  ),
  page("/api/finding-states?job=doses&rule=tried", "loads", "own"),
  page("/api/accounts", "accounts", "none"),
];

/** What the matrix says of a door; restatements ask for figures too, which who sees every load may lack. */
const expected = (role: Role, { permission, area, name }: Door): number => {
  const grants = granted[role];
  const extent = name.startsWith("/api/restatements") && grants.figures !== "all" ? undefined : grants[permission];
  if (extent === "all") return 200;
  return extent === "own" && area !== "other" ? 200 : 403;
};

describe("every door", () => {
  it.each(doors)("answers nobody before sign-in: $name", async ({ ask }) => {
    const { status, text } = await ask(nobody);
    expect(status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({ error: expect.stringMatching(/đăng nhập/), fix: expect.any(String) });
  });

  // Who may see it asks first, so that a kept answer is there to cross over.
  it.each(doors)("gives each role what the matrix grants, and says whom to ask: $name", async (door) => {
    const order = roleNames.toSorted((a, b) => expected(a, door) - expected(b, door));
    for (const role of order) {
      const { status, text } = await door.ask(of(role));
      expect([role, status, status === 403 ? /quản trị/.test(text) : true, text.slice(0, 300)]).toEqual([
        role,
        expected(role, door),
        true,
        expect.any(String),
      ]);
    }
  });

  it("answers nobody's browser with the page and what is needed to sign in, and nothing of the data", async () => {
    const { status, text } = await nobody("/tiem-chung", { headers: { accept: "text/html" } });
    expect([status, text.includes('id="account"'), text.includes("publishedAt")]).toEqual([200, true, false]);
    const page = await of("leader")("/tiem-chung", { headers: { accept: "text/html" } });
    expect([page.text.includes("publishedAt"), page.headers["cache-control"]]).toEqual([true, "private, no-store"]);
    expect((await nobody("/api/health")).status).toBe(200);
    expect(JSON.parse((await nobody("/api/account")).text)).toEqual({ account: null, demonstrations: [] });
  });

  it("takes nothing from a page of another site, or as a form", async () => {
    const sent = { body: { email: "leader@y-te.example", password } };
    const from = async (headers: Record<string, string>) =>
      (await nobody("/api/account/sign-in", { ...sent, headers })).status;
    expect(await from({ origin: "https://other.example" })).toBe(403);
    expect(await from({ origin: "null" })).toBe(403);
    expect(await from({ "content-type": "text/plain" })).toBe(403);
    expect(await from({ origin: server.url })).toBe(204);
  });

  it.each(["/api//about", "/API/about", "/api/health/../about", "/api/account/../runs", "/cubejs-api/v1/meta/"])(
    "has no way round: %s",
    async (path) => expect([401, 404]).toContain((await nobody(path)).status),
  );
});

describe("a session", () => {
  it("ends at every door when an administrator disables the account, and one who is none cannot", async () => {
    const statistician = of("statistician");
    const { accounts } = z
      .object({ accounts: z.array(z.object({ id: z.string(), email: z.string() })) })
      .parse(JSON.parse((await of("administrator")("/api/accounts")).text));
    const id = accounts.find(({ email }) => email.startsWith("statistician"))?.id;
    const change = (name: string, change: string) => of(name)(`/api/accounts/${id}`, { body: { change } });
    expect((await change("leader", "disable")).status).toBe(403);
    expect((await change("administrator", "disable")).status).toBe(200);
    expect((await statistician("/api/about")).status).toBe(401);
    await change("administrator", "enable");
    expect((await statistician("/api/about")).status).toBe(401);
    as.set("statistician", await signIn(server.url, "statistician@y-te.example", password));
    expect((await of("statistician")("/api/about")).status).toBe(200);
  });
});

describe("an answer never crosses to another account", () => {
  it("by the cache, or by the mark of an answer", async () => {
    const query = asking({ ...doses, filters: [where("now_province_code", "79")] }, { limit: 77 });
    const told = await of("statistician")(loadPath(query));
    const again = await of("leader")(loadPath(query));
    expect([told.status, again.status]).toEqual([200, 200]);
    const etag = String(told.headers.etag);
    expect((await of("statistician")(loadPath(query), { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await of("province")(loadPath(query), { headers: { "if-none-match": etag } })).status).toBe(403);
    const nation = loadPath(asking(doses));
    const ofLeader = String((await of("leader")(nation)).headers.etag);
    expect((await of("province")(nation, { headers: { "if-none-match": ofLeader } })).status).toBe(200);
  });
});

describe("rows of a province", () => {
  const rows = async (reader: AskAs, query: object) =>
    z
      .object({ data: z.array(z.record(z.string(), z.unknown())) })
      .parse(JSON.parse((await reader(loadPath(query))).text)).data;

  it("are all of its own, and the nation's total is the nation's", async () => {
    const mine = await rows(
      of("province"),
      asking({ ...doses, dimensions: ["now_province_code"], filters: [where("now_province_code", "01")] }),
    );
    expect(mine.map((row) => row["vaccination.now_province_code"])).toEqual(["01"]);
    expect(await rows(of("province"), asking(doses))).toEqual([{ "vaccination.doses_recorded": "23" }]);
  });

  it("follow reforms: what merged into it is its own, what it merged into is not", async () => {
    const old = loadPath(asking({ ...doses, filters: [where("then_province_code", "74")] }));
    const today = loadPath(asking({ ...doses, filters: [where("now_province_code", "79")] }));
    const statusesOf = async (name: string) => [(await of(name)(old)).status, (await of(name)(today)).status];
    expect(await statusesOf("hcm")).toEqual([200, 200]);
    expect(await statusesOf("binh-duong")).toEqual([200, 403]);
    expect(await statusesOf("province")).toEqual([403, 403]);
  });

  it("are of a code that two structures have only where it has both", async () => {
    const query = loadPath(asking({ ...doses, filters: [where("then_province_code", "25")] }));
    expect((await of("phu-tho")(query)).status).toBe(200);
    expect((await of("phu-tho-before")(query)).status).toBe(403);
  });

  it("are not known to be there from a list of units", async () => {
    const unknown = async (name: string): Promise<boolean> =>
      (await of(name)("/api/areas/63/province/79")).text.includes('"79?"');
    expect([await unknown("statistician"), await unknown("hcm"), await unknown("province")]).toEqual([
      true,
      true,
      false,
    ]);
    expect([await unknown("administrator"), await unknown("auditor")]).toEqual([false, false]);
  });

  it("tell of findings its own states, in the rows and in their total", async () => {
    const statesOf = async (name: string): Promise<unknown> =>
      JSON.parse((await of(name)("/api/finding-states?job=doses&rule=tried")).text);
    expect(await statesOf("statistician")).toMatchObject({ total: 2 });
    expect(await statesOf("province")).toMatchObject({ total: 1, changes: [{ provinceCode: "01" }] });
  });

  it("come without the files behind a figure, which tell of others", async () => {
    const lineage = async (name: string): Promise<unknown> => JSON.parse((await of(name)(lineageOf("01"))).text);
    expect(await lineage("statistician")).toMatchObject({ loads: expect.arrayContaining([expect.anything()]) });
    expect(await lineage("province")).toMatchObject({ loads: [], sources: [], value: expect.any(String) });
    const about = async (name: string) => (await of(name)("/api/about")).text;
    expect(await about("statistician")).toContain("sha256");
    expect(await about("province")).not.toContain("sha256");
  });
});
