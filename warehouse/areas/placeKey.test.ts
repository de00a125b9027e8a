import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../testing/openTestWarehouse.ts";
import {
  isPlaceKnownTo,
  type PlaceLevel,
  placeKeyOf,
  placeKeySql,
  provinceCodeOfPlace,
  structureOfPlace,
  structureOfPlaceSql,
} from "./placeKey.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

const levelOf = `multiIf(${(["commune", "district", "province"] as const).map((level) => `${isPlaceKnownTo(level, "place_key")}, '${level}'`).join(", ")}, 'nation')`;

describe("the key of a place", () => {
  it.each<[structure: number, level: PlaceLevel, code: string, key: number]>([
    [63, "commune", "00004", 63_000_004],
    [63, "district", "001", 63_100_001],
    [34, "province", "79", 34_200_079],
    [34, "nation", "", 34_300_000],
  ])("is of structure %i, %s %s", async (structure, level, code, key) => {
    expect(placeKeyOf(structure, level, code)).toBe(key);
    expect(structureOfPlace(key)).toBe(structure);
    const rows = await warehouse.query(
      `SELECT ${placeKeySql("structure", level, "code")} AS place_key, ${structureOfPlaceSql("place_key")} AS structure_of, ${levelOf} AS level
       FROM (SELECT toUInt16({structure:UInt16}) AS structure, toUInt32OrZero({code:String}) AS code)`,
      {
        params: { structure, code },
        schema: z.object({ place_key: z.number(), structure_of: z.number(), level: z.string() }),
      },
    );
    expect(rows).toEqual([{ place_key: key, structure_of: structure, level }]);
  });

  it("is that of every place of the warehouse, and says what is known of it", async () => {
    const rows = await warehouse.query(
      `SELECT count() AS places, countIf(level = 'commune') AS communes, countIf(NOT (
           ${structureOfPlaceSql("place_key")} = structure_code
           AND (level = 'commune') = (then_commune_code NOT LIKE '%?')
           AND (level IN ('commune', 'district')) = (then_commune_code NOT LIKE '%?' OR then_commune_code LIKE '___?')
           AND (level != 'nation') = (then_province_code != '?')
           AND (level != 'province' OR ${provinceCodeOfPlace("place_key")} = then_province_code))) AS differing
       FROM (SELECT *, ${levelOf} AS level FROM mart.dim_places)`,
      { schema: z.object({ places: z.number(), communes: z.number(), differing: z.number() }) },
    );
    expect(rows).toEqual([{ places: expect.any(Number), communes: 10_035 + 3_321, differing: 0 }]);
  });
});
