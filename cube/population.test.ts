import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, type Question } from "./testing/askCube.ts";
import { publish, writeRows } from "./testing/changes.ts";
import { congVi, haNoi, saiGon, vungTau } from "./testing/healthCountry.ts";
import { trucBach } from "./testing/smallCountry.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

const told = (load: number, place: number, year: number, population: number, group: Record<string, string> = {}) => ({
  load_id: load,
  place_key: place,
  year,
  age_group: "all",
  population,
  ...group,
});

/**
 * 1: Hà Nội 2018 and 2020, as a whole, by sex, and two of its communes; TP. Hồ Chí Minh 2020 without groups; Bà Rịa – Vũng Tàu 2020
 * only by commune of which no list knows the code. 2: Hà Nội's 2020 again, whole. 3: today's units, from 2025 on.
 */
const people = [
  told(7001, haNoi, 2018, 1000),
  told(7001, haNoi, 2020, 1200),
  told(7001, haNoi, 2020, 500, { sex: "male" }),
  told(7001, haNoi, 2020, 700, { sex: "female" }),
  told(7001, trucBach, 2020, 30),
  told(7001, congVi, 2020, 50),
  told(7001, saiGon, 2020, 2000),
  { ...told(7001, vungTau, 2020, 300), area_level: "commune" },
  told(7002, haNoi, 2020, 1300),
  told(7002, haNoi, 2020, 600, { sex: "male" }),
  told(7002, haNoi, 2020, 700, { sex: "female" }),
  told(7003, 34_200_001, 2025, 1500),
  told(7003, 34_200_079, 2025, 3000),
];

beforeAll(async () => {
  warehouse = await openTestWarehouse();
  await writeRows(warehouse, "mart.fct_population_groups", people);
  const load = (number: number, firstDate: string, lastDate: string) =>
    publish(warehouse, { number, loadId: 7000 + number, job: "population", firstDate, lastDate });
  await load(1, "2018-01-01", "2020-01-01");
  await load(2, "2020-01-01", "2020-01-01");
  await load(3, "2025-01-01", "2025-12-31");
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const rows = (question: Question) => ask(server.url, { view: "population", ...question });
const one = (question: Question) => askOne(server.url, { view: "population", ...question });
const in2020 = ["2018-01-01", "2020-12-31"];
const sum = (parts: readonly Record<string, unknown>[]): number =>
  parts.reduce((total, { population }) => total + Number(population ?? 0), 0);

describe("people of a year", () => {
  it("count once: a province's own total, or its communes where it has none", async () => {
    expect(await one({ measures: ["population"], dateRange: in2020 })).toEqual({ population: 3600 });
    for (const dimension of ["then_province_code", "now_province_code"]) {
      const parts = await rows({ measures: ["population"], dimensions: [dimension], dateRange: in2020 });
      expect([dimension, sum(parts)]).toEqual([dimension, 3600]);
    }
  });

  it("are those of communes where communes are asked for, and of the province where nothing finer is known", async () => {
    const communes = async (dimension: string) =>
      Object.fromEntries(
        (await rows({ measures: ["population"], dimensions: [dimension], dateRange: in2020 })).map((row) => [
          row[dimension],
          row.population,
        ]),
      );
    // The newest telling of Hà Nội's 2020 has no communes left: theirs are of another place, and stay.
    expect(await communes("then_commune_code")).toEqual({ "00004": 30, "00007": 50, "77?": 300, "79?": 2000 });
    expect(await communes("now_commune_code")).toEqual({ "00004": 30, "00008": 50, "79?": 2300 });
  });

  it("are known, interpolated or carried forward, as the row says", async () => {
    const years = await rows({
      measures: ["population"],
      dimensions: ["year", "population_basis"],
      filters: [{ member: "then_province_code", operator: "equals", values: ["01"] }],
      granularity: "year",
      dateRange: ["2018-01-01", "2021-12-31"],
    });
    expect(years.map((row) => [row.year, row.population, row.population_basis])).toEqual([
      [2018, 1000, "known"],
      [2019, 1150, "interpolated"],
      [2020, 1300, "known"],
      [2021, 1300, "carried"],
    ]);
  });

  it("are missing before the first year that is known", async () => {
    expect(await one({ measures: ["population"], dateRange: ["2010-01-01", "2017-12-31"] })).toEqual({
      population: null,
    });
  });
});

describe("as known at a publication", () => {
  it("is as it was known then", async () => {
    const known = (publication: string) =>
      one({
        measures: ["population"],
        filters: [
          { member: "as_known_on", operator: "equals", values: [publication] },
          { member: "then_province_code", operator: "equals", values: ["01"] },
        ],
        dateRange: in2020,
      });
    expect(await known("p1")).toEqual({ population: 1200 });
    expect(await known("p2")).toEqual({ population: 1300 });
  });
});

describe("groups", () => {
  it("are read where they are asked for, each with its share of the places that report them", async () => {
    const sexes = await rows({ measures: ["population", "population_share"], dimensions: ["sex"], dateRange: in2020 });
    expect(sexes.sort((a, b) => String(a.sex).localeCompare(String(b.sex)))).toEqual([
      { sex: "female", population: 700, population_share: 700 / 1300 },
      { sex: "male", population: 600, population_share: 600 / 1300 },
    ]);
    expect(
      await one({
        measures: ["population", "population_share", "population_of_all_groups"],
        filters: [{ member: "sex", operator: "equals", values: ["male", "female"] }],
        dateRange: in2020,
      }),
    ).toEqual({ population: 1300, population_share: 1, population_of_all_groups: 1300 });
    expect(await rows({ measures: ["population"], dimensions: ["residence"], dateRange: in2020 })).toEqual([]);
  });
});

describe("another structure", () => {
  it("is never mixed with the one before it, then or now", async () => {
    const by = async (dimension: string, day: string) =>
      Object.fromEntries(
        (await rows({ measures: ["population"], dimensions: [dimension], dateRange: ["2018-01-01", day] })).map(
          (row) => [row[dimension], row.population],
        ),
      );
    expect(await by("now_province_code", "2025-12-31")).toEqual({ "01": 1500, "79": 3000 });
    expect(await by("then_province_code", "2025-12-31")).toEqual({ "01": 1500, "79": 3000 });
    // In March 2025 the provinces were still 63, and no figure of 2025 is given for them: only the nation is known.
    expect(await by("then_province_code", "2025-03-31")).toEqual({ "?": 4500 });
    expect(await by("now_province_code", "2025-03-31")).toEqual({ "01": 1500, "79": 3000 });
  });
});
