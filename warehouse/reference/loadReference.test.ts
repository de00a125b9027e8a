import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { rebuildPlaces } from "../areas/rebuildPlaces.ts";
import { migrate } from "../migrate.ts";
import { openTestWarehouse, type TestWarehouse } from "../testing/openTestWarehouse.ts";
import { loadReference } from "./loadReference.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

const rows = (sql: string): Promise<unknown[]> => warehouse.query(sql, { schema: z.unknown() });
const place = async (key: number): Promise<unknown> =>
  (await rows(`SELECT * FROM mart.dim_places WHERE place_key = ${key}`))[0];

describe("the reference data", () => {
  it("has every unit of both structures, each with an unknown member below it", async () => {
    expect(
      await rows(`SELECT structure_code AS structure, level, uniqExactIf(area_code, NOT is_unknown) AS units,
        uniqExactIf(area_code, is_unknown) AS unknown FROM mart.dim_areas GROUP BY structure, level ORDER BY structure, level`),
    ).toEqual([
      { structure: 34, level: "nation", units: 1, unknown: 0 },
      { structure: 34, level: "province", units: 34, unknown: 1 },
      { structure: 34, level: "commune", units: 3_321, unknown: 35 },
      { structure: 63, level: "nation", units: 1, unknown: 0 },
      { structure: 63, level: "province", units: 63, unknown: 1 },
      { structure: 63, level: "district", units: 696, unknown: 64 },
      { structure: 63, level: "commune", units: 10_035, unknown: 760 },
    ]);
  });

  it("gives every unit but the nation a parent of its structure, and one name a day", async () => {
    expect(
      await rows(`SELECT a.area_code AS code FROM mart.dim_areas AS a
        LEFT ANTI JOIN mart.dim_areas AS p ON p.structure_code = a.structure_code AND p.area_code = a.parent_code
          AND toInt8(p.level) < toInt8(a.level)
        WHERE a.level != 'nation'`),
    ).toEqual([]);
    expect(
      await rows(`SELECT area_code, valid_from, valid_to FROM (
          SELECT *, any(valid_to) OVER (PARTITION BY structure_code, level, area_code ORDER BY valid_from
            ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS before FROM mart.dim_areas)
        WHERE before != toDate(0) AND valid_from != before + 1`),
    ).toEqual([]);
  });

  it("names Đồng Nai and its wards as they were and as they are", async () => {
    expect(
      await rows(`SELECT area_code AS code, full_name AS name, toString(valid_from) AS since FROM mart.dim_areas
        WHERE structure_code = 34 AND area_code IN ('75', '26368') ORDER BY code, since`),
    ).toEqual([
      { code: "26368", name: "Xã Long Thành", since: "2025-07-01" },
      { code: "26368", name: "Phường Long Thành", since: "2026-04-30" },
      { code: "75", name: "Tỉnh Đồng Nai", since: "2025-07-01" },
      { code: "75", name: "Thành phố Đồng Nai", since: "2026-04-30" },
    ]);
    expect(await rows("SELECT 1 AS n FROM mart.dim_areas WHERE search_key LIKE '%thua thien hue%'")).toHaveLength(1);
  });

  it("knows campaign and vaccines, with the spellings of source files", async () => {
    expect(
      await rows("SELECT campaign_code, toString(baseline_date) AS day FROM mart.dim_campaigns WHERE is_current"),
    ).toEqual([{ campaign_code: "de_an_06_2022", day: "2022-03-24" }]);
    expect(
      await rows("SELECT vaccine_code FROM mart.dim_vaccines WHERE has(aliases, 'covid-19 vaccine astrazeneca')"),
    ).toEqual([{ vaccine_code: "astrazeneca" }]);
    expect(
      await rows("SELECT alias FROM mart.dim_vaccines ARRAY JOIN aliases AS alias GROUP BY alias HAVING count() > 1"),
    ).toEqual([]);
    expect(
      await rows("SELECT alias FROM mart.dim_vaccines ARRAY JOIN aliases AS alias WHERE alias != lowerUTF8(alias)"),
    ).toEqual([]);
  });
});

describe("places", () => {
  const hanoi = {
    then_province_code: "01",
    then_province_name: "Hà Nội",
    now_province_code: "01",
    now_province_name: "Hà Nội",
  };

  it("gives the unit then and now of a commune that went whole, and of one that was split", async () => {
    expect(await place(63_000_004)).toEqual({
      place_key: 63_000_004,
      structure_code: 63,
      ...hanoi,
      then_district_code: "001",
      then_district_name: "Quận Ba Đình",
      then_commune_code: "00004",
      then_commune_name: "Phường Trúc Bạch",
      now_commune_code: "00004",
      now_commune_name: "Phường Ba Đình",
      mapping: "exact",
    });
    expect(await place(63_000_007)).toMatchObject({
      then_commune_name: "Phường Cống Vị",
      now_commune_name: "Phường Ngọc Hà",
      mapping: "assigned",
    });
  });

  it("keeps the same code's unit of today apart, without a district", async () => {
    expect(await place(34_000_004)).toMatchObject({
      ...hanoi,
      then_district_code: "",
      then_district_name: "",
      then_commune_name: "Phường Ba Đình",
      now_commune_name: "Phường Ba Đình",
      mapping: "same",
    });
  });

  it("keeps what is known of a fact without commune, and gives an old province its new one", async () => {
    expect(await place(63_200_002)).toMatchObject({
      then_province_name: "Hà Giang",
      then_district_code: "02?",
      then_district_name: "Chưa xác định",
      then_commune_code: "02?",
      now_province_code: "08",
      now_province_name: "Tuyên Quang",
      now_commune_code: "08?",
      now_commune_name: "Chưa xác định",
      mapping: "unknown",
    });
    expect(await place(63_100_001)).toMatchObject({
      then_district_name: "Quận Ba Đình",
      then_commune_code: "001?",
      now_province_code: "01",
      now_commune_code: "01?",
      mapping: "unknown",
    });
    for (const key of [63_300_000, 34_300_000]) {
      expect(await place(key)).toMatchObject({
        then_province_code: "?",
        now_province_code: "?",
        now_commune_code: "?",
      });
    }
  });

  it("gives a whole island district to its special zone", async () => {
    expect(await place(63_100_498)).toMatchObject({
      then_district_name: "Huyện Hoàng Sa",
      now_commune_name: "Đặc khu Hoàng Sa",
      now_province_name: "Đà Nẵng",
      mapping: "exact",
    });
  });

  it("covers every unit, has no hole, and reaches every commune of today from the old ones", async () => {
    expect(
      await rows(`SELECT structure_code AS structure, mapping, count() AS places FROM mart.dim_places
        GROUP BY structure, mapping ORDER BY structure, mapping`),
    ).toEqual([
      { structure: 34, mapping: "same", places: 3_321 },
      { structure: 34, mapping: "unknown", places: 35 },
      { structure: 63, mapping: "exact", places: 9_592 + 5 },
      { structure: 63, mapping: "assigned", places: 443 },
      { structure: 63, mapping: "unknown", places: 696 - 5 + 64 },
    ]);
    const parts = ["then_province", "then_commune", "now_province", "now_commune"].flatMap((unit) => [
      `${unit}_code`,
      `${unit}_name`,
    ]);
    expect(await rows(`SELECT place_key FROM mart.dim_places WHERE '' IN (${parts.join(", ")})`)).toEqual([]);
    expect(await rows(`SELECT uniqExact(to_code) AS reached FROM mart.dim_area_mappings`)).toEqual([
      { reached: 3_321 },
    ]);
    expect(
      await rows(`SELECT then_province_code FROM mart.dim_places WHERE structure_code = 63 AND mapping != 'unknown'
        GROUP BY then_province_code HAVING uniqExact(now_province_code) != 1`),
    ).toEqual([]);
  });

  it("resolves the keys of facts in the rollup through the dictionary, for both structures", async () => {
    await warehouse.command(`INSERT INTO mart.agg_vaccination_by_day (load_id, grain, place_key, day, doses_recorded) VALUES
      (1, 'commune', 63000004, '2022-03-01', 5), (1, 'commune', 63200079, '2022-03-01', 3), (1, 'commune', 34026368, '2025-08-01', 2)`);
    expect(
      await rows(`SELECT dictGet('mart.places', 'then_commune_name', place_key) AS unit_then,
          dictGet('mart.places', 'now_province_name', place_key) AS province, sum(doses_recorded) AS doses
        FROM mart.agg_vaccination_by_day GROUP BY unit_then, province ORDER BY doses`),
    ).toEqual([
      { unit_then: "Phường Long Thành", province: "Đồng Nai", doses: 2 },
      { unit_then: "Chưa xác định", province: "Hồ Chí Minh", doses: 3 },
      { unit_then: "Phường Trúc Bạch", province: "Hà Nội", doses: 5 },
    ]);
  });
});

describe("what files bring", () => {
  const fromFile = "1763800000000123";

  it("changes places after rebuildPlaces, and outlives a new version of the product", async () => {
    await warehouse.command(
      `INSERT INTO mart.dim_area_mappings VALUES
      (63, 'commune', '00007', 34, '00025', true, true, {source:String})`,
      { params: { source: fromFile } },
    );
    await warehouse.command(
      "DELETE FROM mart.dim_area_mappings WHERE from_code = '00007' AND source != {source:String}",
      {
        params: { source: fromFile },
      },
    );
    await warehouse.command(
      `INSERT INTO mart.dim_areas SELECT * REPLACE ('Phường Giảng Võ Mới' AS full_name, toDate('2026-07-01') AS valid_from, {source:String} AS source)
       FROM mart.dim_areas WHERE structure_code = 34 AND area_code = '00025'`,
      { params: { source: fromFile } },
    );
    const changed = { now_commune_code: "00025", now_commune_name: "Phường Giảng Võ Mới", mapping: "exact" };
    await rebuildPlaces(warehouse);
    expect(await place(63_000_007)).toMatchObject(changed);
    expect(await rows("SELECT dictGet('mart.places', 'now_commune_code', toUInt32(63000007)) AS code")).toEqual([
      { code: "00025" },
    ]);

    await loadReference(warehouse);
    expect(await place(63_000_007)).toMatchObject(changed);
    expect(await place(63_000_004)).toMatchObject({ mapping: "exact" });
  });

  it("is left alone by a migration that has nothing to do", async () => {
    expect(await migrate(warehouse)).toMatchObject({ isReferenceLoaded: false });
  });
});
