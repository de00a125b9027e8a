import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { ask, load } from "../testing/askCube.ts";
import { measures, over, when } from "../testing/questions.ts";
import { smallCountry } from "../testing/smallCountry.ts";
import { operatorsOf } from "./question/parseFilters.ts";
import { type RunningServer, startServer } from "./startServer.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: smallCountry });
  const effects = { log: pino({ level: "silent" }), queryTimeoutSeconds: 60 };
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, effects);
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const post = (query: unknown, extra: object = {}, path = "load"): Promise<Response> =>
  fetch(`${server.url}/cubejs-api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, ...extra }),
  });
const get = (path: string): Promise<Response> => fetch(`${server.url}${path}`);
describe("what is offered", () => {
  const dated = { dimensions: ["then_province_code"], dateRange: ["2022-04-30", "2022-04-30"] };

  it("takes every operator on every type of member", async () => {
    const values = { string: ["female"], number: ["1"], time: ["2022-04-01"] };
    const asked: [measure: string, member: string, type: keyof typeof values][] = [
      ["vaccination.doses_recorded", "vaccination.sex", "string"],
      ["vaccination.doses_recorded", "vaccination.dose_number", "number"],
      ["vaccination.doses_recorded", "vaccination.verified_dose_rate", "number"],
      ["vaccination.doses_recorded", "vaccination.cleansing_forecast_date", "time"],
      ["targets.target_count", "targets.forecast_date", "time"],
    ];
    const questions = asked.flatMap(([measure, member, type]) =>
      Object.entries(operatorsOf[type]).map(([operator, count]) => ({
        measures: [measure],
        filters: [{ member, operator, ...(count === "none" ? {} : { values: values[type] }) }],
      })),
    );
    const statuses = await Promise.all(questions.map(async (question) => (await post(question)).status));
    expect(questions.filter((_, index) => statuses[index] !== 200)).toEqual([]);
  }, 240_000);

  it("orders by what is selected, and by nothing else", async () => {
    const query = { measures, dimensions: ["vaccination.then_province_code"], limit: 1 };
    for (const [direction, code] of [
      ["desc", "01"],
      ["asc", "79"],
    ] as const) {
      for (const order of [[[measures[0], direction]], { "vaccination.doses_recorded": direction }]) {
        const response = await load(server.url, { ...query, order });
        expect(await response.json()).toMatchObject({ data: [{ "vaccination.then_province_code": code }] });
      }
    }
    expect((await load(server.url, { ...query, order: [["vaccination.doses_sent", "desc"]] })).status).toBe(400);
  });

  it("filters by measures and dimensions at once, in groups too", async () => {
    const rows = (filters: unknown[]) => post({ measures, dimensions: ["vaccination.then_province_code"], filters });
    const both = await rows([when("doses_recorded", "gt", 6), when("then_province_code", "equals", "01", "79")]);
    expect(await both.json()).toMatchObject({ data: [{ "vaccination.then_province_code": "01" }] });
    const joined = await rows([
      {
        and: [
          when("doses_recorded", "lte", "6"),
          { or: [when("then_province_code", "equals", "01"), when("then_province_code", "startsWith", "7")] },
        ],
      },
    ]);
    expect(await joined.json()).toMatchObject({ data: [{ "vaccination.then_province_code": "79" }] });
  });

  it("combines conditions on one member as each says", async () => {
    const codes = async (...filters: { member: string; operator: string; values: string[] }[]) =>
      (await ask(server.url, { measures: ["doses_recorded"], ...dated, filters })).map((row) => row.then_province_code);
    const not = (code: string) => ({ member: "then_province_code", operator: "notEquals", values: [code] });
    expect(await codes(not("01"), not("48"), not("92"))).toEqual(["79"]);
    expect(await codes({ member: "then_province_code", operator: "equals", values: ["01"] }, not("01"))).toEqual([]);
  });

  it("finds a name whose marks stand apart from their letters, as some systems write them", async () => {
    const apart = "Hà Nội".normalize("NFD");
    const filters = [
      when("then_province_name", "equals", apart),
      when("then_commune_name", "contains", "Trúc".normalize("NFD")),
    ];
    const answer = await post({ measures, dimensions: ["vaccination.then_province_name"], filters });
    expect(await answer.json()).toMatchObject({
      data: [{ "vaccination.then_province_name": "Hà Nội", "vaccination.doses_recorded": "20" }],
    });
    const lineage = new URLSearchParams({
      measure: "vaccination.doses_recorded",
      filter: `then_province_name:${apart}`,
    });
    expect(await (await get(`/api/lineage?${lineage}`)).json()).toMatchObject({ value: "20" });
  });

  it("compares ranges, where several answers can be read", async () => {
    const query = over({
      compareDateRange: [
        ["2022-03-31", "2022-03-31"],
        ["2022-04-30", "2022-04-30"],
      ],
    });
    const body = z
      .object({
        queryType: z.string(),
        results: z.array(z.object({ data: z.array(z.record(z.string(), z.unknown())) })),
      })
      .parse(await (await load(server.url, query, { queryType: "multi" })).json());
    expect(body.queryType).toBe("compareDateRangeQuery");
    expect(body.results.map(({ data }) => data[0]?.["vaccination.doses_recorded"])).toEqual(["20", "26"]);
  });

  it("joins several queries of one granularity", async () => {
    const query = [
      over({ granularity: "month", dateRange: ["2022-03-01", "2022-04-30"] }),
      {
        measures: ["vaccination.doses_sent"],
        timeDimensions: [
          { dimension: "vaccination.date", granularity: "month", dateRange: ["2022-03-01", "2022-04-30"] },
        ],
      },
    ];
    const body = z
      .object({
        queryType: z.string(),
        results: z.array(z.object({ data: z.array(z.record(z.string(), z.unknown())) })),
      })
      .parse(await (await load(server.url, query, { queryType: "multi" })).json());
    expect(body.queryType).toBe("blendingQuery");
    expect(
      body.results.map(({ data }) =>
        data.map((row) => row["vaccination.doses_recorded"] ?? row["vaccination.doses_sent"]),
      ),
    ).toEqual([
      ["20", "26"],
      ["16", "16"],
    ]);
  });

  it("counts all rows behind a page, and tells the page by limit and offset", async () => {
    const query = {
      measures,
      dimensions: ["vaccination.then_province_code"],
      order: [["vaccination.then_province_code", "asc"]],
    };
    const first = await post({ ...query, limit: 1, total: true });
    expect(await first.json()).toMatchObject({ total: 2, data: [{ "vaccination.then_province_code": "01" }] });
    const second = await post({ ...query, limit: 1, offset: 1 });
    expect(await second.json()).toMatchObject({ data: [{ "vaccination.then_province_code": "79" }] });
  });
});
