import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

let published = 0;
const publish = async (
  batch: string,
  rows: readonly (readonly [placeKey: number, year: number, sex: string, population: number])[],
) => {
  published += 1;
  const values = rows.map(
    ([place, year, sex, population]) => `(${published}, ${place}, ${year}, '${sex}', 'all', 'all', ${population})`,
  );
  await warehouse.command(
    `INSERT INTO mart.fct_population_groups (load_id, place_key, year, sex, age_group, residence, population) VALUES ${values.join(", ")}`,
  );
  await warehouse.command(
    `INSERT INTO ops.publications (publication_number, load_id, job, batch_code, dataset)
     SELECT {number:UInt64}, {number:UInt64}, 'population', {batch:String}, 'real'`,
    { params: { number: published, batch } },
  );
};
const year = z.object({ year: z.number(), population: z.number(), basis: z.string() });
const years = async (placeKey: number, sex = "all") =>
  (
    await warehouse.query(
      `SELECT year, population, basis FROM mart.population_by_year
       WHERE place_key = {placeKey:UInt32} AND sex = {sex:String} ORDER BY year`,
      { params: { placeKey, sex }, schema: year },
    )
  ).map((row) => [row.year, row.population, row.basis]);
const structures = async (...asked: number[]) =>
  (
    await warehouse.query(
      "SELECT structure_code AS structure FROM mart.population_structure_by_year WHERE year IN {asked:Array(UInt16)} ORDER BY year",
      { params: { asked }, schema: z.object({ structure: z.number() }) },
    )
  ).map(({ structure }) => structure);

describe("mart.population_by_year", () => {
  it("is empty while no year is known", async () => {
    expect(await years(63_200_001)).toEqual([]);
    expect(await structures(2022)).toEqual([]);
  });

  it("gives known years as reported, the years between on a straight line, and ten years more as the last", async () => {
    await publish("one", [
      [63_200_001, 2017, "all", 1000],
      [63_200_001, 2020, "all", 1100],
      [63_200_001, 2021, "all", 1050],
    ]);
    const rows = await years(63_200_001);
    expect(rows.slice(0, 6)).toEqual([
      [2017, 1000, "known"],
      [2018, 1033, "interpolated"],
      [2019, 1067, "interpolated"],
      [2020, 1100, "known"],
      [2021, 1050, "known"],
      [2022, 1050, "carried"],
    ]);
    expect(rows.at(-1)).toEqual([2031, 1050, "carried"]);
  });

  it("falls between two years as it rises, half a person up", async () => {
    await publish("two", [
      [63_200_002, 2018, "all", 10],
      [63_200_002, 2020, "all", 7],
    ]);
    // 10 − 3 × 1 ÷ 2 = 8.5
    expect((await years(63_200_002)).slice(0, 3)).toEqual([
      [2018, 10, "known"],
      [2019, 9, "interpolated"],
      [2020, 7, "known"],
    ]);
  });

  it("takes each year of a place from one load, the one published last", async () => {
    await publish("three", [
      [63_200_001, 2020, "all", 1200],
      [63_200_001, 2020, "male", 590],
    ]);
    expect((await years(63_200_001)).slice(2, 5)).toEqual([
      [2019, 1133, "interpolated"],
      [2020, 1200, "known"],
      [2021, 1050, "known"],
    ]);
    await publish("four", [[63_200_001, 2020, "all", 1201]]);
    expect((await years(63_200_001))[3]).toEqual([2020, 1201, "known"]);
    expect(await years(63_200_001, "male")).toEqual([]);
  });

  it("keeps the rounded parts within half a person each of the rounded whole", async () => {
    await publish("five", [
      [63_200_004, 2017, "all", 101],
      [63_200_004, 2017, "male", 50],
      [63_200_004, 2017, "female", 51],
      [63_200_004, 2020, "all", 110],
      [63_200_004, 2020, "male", 57],
      [63_200_004, 2020, "female", 53],
    ]);
    const rows = await warehouse.query(
      `SELECT year, sumIf(toInt64(population), sex != 'all') - sumIf(toInt64(population), sex = 'all') AS difference
       FROM mart.population_by_year WHERE place_key = 63200004 AND year <= 2020 GROUP BY year ORDER BY year`,
      { schema: z.object({ year: z.number(), difference: z.number() }) },
    );
    // 2018: 104; 52 (52.33) + 52 (51.67). 2019: 107; 55 (54.67) + 52 (52.33).
    expect(rows.map(({ difference }) => difference)).toEqual([0, 0, 0, 0]);
    await publish("six", [
      [63_200_006, 2018, "all", 2],
      [63_200_006, 2018, "male", 1],
      [63_200_006, 2018, "female", 1],
      [63_200_006, 2020, "all", 4],
      [63_200_006, 2020, "male", 2],
      [63_200_006, 2020, "female", 2],
    ]);
    // 2019: 3; 1.5 and 1.5, both rounded up: one more than the whole, which is the most that two parts can differ by.
    expect([
      (await years(63_200_006))[1],
      (await years(63_200_006, "male"))[1],
      (await years(63_200_006, "female"))[1],
    ]).toEqual([
      [2019, 3, "interpolated"],
      [2019, 2, "interpolated"],
      [2019, 2, "interpolated"],
    ]);
  });
});

describe("mart.population_structure_by_year", () => {
  it("takes all places from one structure at a time", async () => {
    expect(await structures(2010, 2017, 2024, 2025, 2149)).toEqual([63, 63, 63, 63, 63]);
    await publish("today", [[34_200_001, 2025, "all", 8_718_000]]);
    expect(await structures(2010, 2017, 2024, 2025, 2149)).toEqual([63, 63, 63, 34, 34]);
  });

  it("does not add communes to their province", async () => {
    await publish("communes", [
      [34_000_004, 2025, "all", 65_023],
      [34_200_001, 2025, "all", 8_718_000],
    ]);
    const rows = await warehouse.query(
      `SELECT toString(area_level) AS level, sum(population) AS population FROM mart.population_by_year
       WHERE structure_code = 34 AND year = 2026 GROUP BY level ORDER BY level`,
      { schema: z.object({ level: z.string(), population: z.number() }) },
    );
    expect(rows).toEqual([
      { level: "commune", population: 65_023 },
      { level: "province", population: 8_718_000 },
    ]);
  });
});
