import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, load, type Question, queryOf } from "./testing/askCube.ts";
import { publish, writeChanges, writeRows } from "./testing/changes.ts";
import { provinceOf, smallCountry, trucBach } from "./testing/smallCountry.ts";

let engine: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  engine = await openTestWarehouse({ holding: smallCountry });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse: engine }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await engine?.close();
});

const april = ["2022-04-01", "2022-04-30"];

describe("shapes of Cube's answers", () => {
  const byProvince = {
    ...queryOf({ measures: ["population"], dimensions: ["then_province_code"] }),
    order: { "vaccination.then_province_code": "asc" },
  };

  it("default, compact and columnar, with a total", async () => {
    expect(await (await load(server.url, { ...byProvince, total: true })).json()).toMatchObject({
      total: 2,
      data: [
        { "vaccination.then_province_code": "01", "vaccination.population": "200" },
        { "vaccination.then_province_code": "79", "vaccination.population": null },
      ],
      annotation: { measures: { "vaccination.population": { shortTitle: "Dân số" } } },
    });
    const members = ["vaccination.then_province_code", "vaccination.population"];
    expect(await (await load(server.url, { ...byProvince, responseFormat: "compact" })).json()).toMatchObject({
      data: {
        members,
        dataset: [
          ["01", "200"],
          ["79", null],
        ],
      },
    });
    expect(await (await load(server.url, { ...byProvince, responseFormat: "columnar" })).json()).toMatchObject({
      data: {
        members,
        columns: [
          ["01", "79"],
          ["200", null],
        ],
      },
    });
  });

  it("ranges are compared between ranges in one request", async () => {
    const response = await load(
      server.url,
      {
        measures: ["vaccination.subjects_wrong"],
        timeDimensions: [
          {
            dimension: "vaccination.date",
            compareDateRange: [
              ["2022-04-01", "2022-04-10"],
              ["2022-04-01", "2022-04-16"],
            ],
          },
        ],
      },
      { queryType: "multi" },
    );
    expect(await response.json()).toMatchObject({
      queryType: "compareDateRangeQuery",
      results: [
        {
          data: [
            {
              "vaccination.subjects_wrong": "3",
              compareDateRange: "2022-04-01T00:00:00.000 - 2022-04-10T23:59:59.999",
            },
          ],
        },
        {
          data: [
            {
              "vaccination.subjects_wrong": "1",
              compareDateRange: "2022-04-01T00:00:00.000 - 2022-04-16T23:59:59.999",
            },
          ],
        },
      ],
    });
  });

  it("several answers come by several queries in one request", async () => {
    const query = (measure: string) => queryOf({ measures: [measure], granularity: "month", dateRange: april });
    const response = await load(server.url, [query("subjects_wrong"), query("doses_recorded")], { queryType: "multi" });
    expect(await response.json()).toMatchObject({
      queryType: "blendingQuery",
      results: [
        { data: [{ "time.month": "2022-04-01T00:00:00.000", "vaccination.subjects_wrong": "2" }] },
        { data: [{ "time.month": "2022-04-01T00:00:00.000", "vaccination.doses_recorded": "26" }] },
      ],
    });
  });

  it("order and limit hold", async () => {
    const last = { ...byProvince, order: { "vaccination.then_province_code": "desc" }, limit: 1 };
    expect(await (await load(server.url, last)).json()).toMatchObject({
      data: [{ "vaccination.then_province_code": "79" }],
    });
  });
});

describe("a question reads exactly one grain", () => {
  it("the coarsest that knows its members", async () => {
    // Three grains that contradict each other, as a faulty load might leave them: the answer shows which one was read.
    const counts = { load_id: 3001, day: "2022-04-30", state: "none", certificates_signed: 0 };
    await writeRows(engine, "mart.agg_vaccination_by_day", [
      { ...counts, grain: "province", place_key: 63_200_001, certificates_signed: 1000 },
      { ...counts, grain: "commune", place_key: trucBach, certificates_signed: 2000 },
      { ...counts, grain: "detail", place_key: trucBach, certificates_signed: 3000 },
    ]);
    await publish(engine, {
      number: 5,
      loadId: 3001,
      job: "certificates",
      firstDate: "2022-04-30",
      lastDate: "2022-04-30",
    });
    const total = async (question: Question): Promise<number> =>
      (await ask(server.url, { ...question, measures: ["certificates_signed"] })).reduce(
        (sum, row) => sum + Number(row.certificates_signed),
        0,
      );
    expect(await total({})).toBe(1004);
    expect(await total({ dimensions: ["then_province_code", "state"] })).toBe(1004);
    expect(await total({ dimensions: ["now_commune_code"] })).toBe(2004);
    expect(await total({ dimensions: ["now_commune_code", "age_group"] })).toBe(3004);
    expect(await total({ filters: [{ member: "area_mapping", operator: "notEquals", values: ["same"] }] })).toBe(2004);
    expect(await total({ filters: [{ member: "sex", operator: "notEquals", values: ["male"] }] })).toBe(3004);
  });
});

describe("a province that reports doses and enters none", () => {
  it("has recorded zero, since the platform's export is loaded", async () => {
    await writeChanges(engine, 4001, [{ place: 63_200_048, day: "2022-04-30", doses_administered: 7 }], provinceOf);
    await publish(engine, {
      number: 6,
      loadId: 4001,
      job: "administered",
      firstDate: "2022-04-30",
      lastDate: "2022-04-30",
    });
    expect(
      await askOne(server.url, {
        measures: [
          "doses_administered",
          "doses_recorded",
          "doses_not_entered",
          "entry_completeness",
          "subjects_recorded",
        ],
        filters: [{ member: "then_province_code", operator: "equals", values: ["48"] }],
      }),
    ).toEqual({
      doses_administered: 7,
      doses_recorded: 0,
      doses_not_entered: 7,
      entry_completeness: 0,
      subjects_recorded: null,
    });
  });
});
