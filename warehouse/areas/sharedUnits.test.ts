import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { isSharedHere, sharedFile } from "../testing/sharedData.ts";
import { searchKey } from "../textKey.ts";
import { parseAreaName, tidyName } from "./areaNames.ts";
import { type AreaRow, buildAreas } from "./buildAreas.ts";
import { buildMappings, type MappingRow } from "./buildMappings.ts";
import { readPackagedUnits } from "./packagedUnits.ts";

/** Rows of a CSV file without line breaks inside fields. */
const readCsv = async (name: string): Promise<Record<string, string>[]> => {
  const text = (await readFile(sharedFile(`data/admin/${name}`), "utf8")).replace(/^\uFEFF/, "");
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((field) => field[1] ?? field[2] ?? ""),
    );
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ""])));
};

describe.skipIf(!isSharedHere)("the units, against the public lists", () => {
  let areas: AreaRow[];
  let mappings: MappingRow[];
  beforeAll(async () => {
    const units = await readPackagedUnits();
    areas = buildAreas(units);
    mappings = buildMappings(units);
  });

  const inForce = (structure: number, level: string, day: string) =>
    areas
      .filter((row) => row.structure_code === structure && row.level === level && !row.is_unknown)
      .filter((row) => row.valid_from <= day && day <= row.valid_to)
      .map((row) => [row.area_code, row.full_name, row.type, row.parent_code, row.province_code].join("|"))
      .sort();

  const expected = (rows: Record<string, string>[], columns: { name: string; parent: string; province: string }) =>
    rows
      .map((row) => {
        const { fullName, type } = parseAreaName(row[columns.name] ?? "");
        const at = (column: string): string => row[column] ?? column;
        return [row.code, fullName, type, at(columns.parent), at(columns.province)].join("|");
      })
      .sort();

  it("has the 63 provinces, 696 districts and 10,035 communes of 2025-06-30", async () => {
    const day = "2025-06-30";
    const provinces = await readCsv("old_provinces_63.csv");
    const districts = await readCsv("old_districts_696.csv");
    const communes = await readCsv("old_communes_10035.csv");
    expect([provinces.length, districts.length, communes.length]).toEqual([63, 696, 10_035]);
    const ofProvince = { name: "name", parent: "VN", province: "code" };
    const ofDistrict = { name: "name", parent: "province_code", province: "province_code" };
    const ofCommune = { name: "name", parent: "district_code", province: "province_code" };
    expect(inForce(63, "province", day)).toEqual(expected(provinces, ofProvince));
    expect(inForce(63, "district", day)).toEqual(expected(districts, ofDistrict));
    expect(inForce(63, "commune", day)).toEqual(expected(communes, ofCommune));
    // The list's own type column says the same, but for two phường and a thị trấn that it calls xã.
    const types = communes
      .filter((row) => !["15061", "27046", "27076"].includes(row.code ?? ""))
      .filter((row) => parseAreaName(row.name ?? "").type !== row.type);
    expect(types).toEqual([]);
  });

  it("has the 34 provinces and 3,321 communes of 2025-07-01, and Đồng Nai's change of 2026-04-30", async () => {
    const provinces = await readCsv("new_provinces_34.csv");
    const communes = await readCsv("new_communes_3321.csv");
    const at = (name: string) => ({ name, parent: "VN", province: "code" });
    expect(inForce(34, "province", "2025-07-01")).toEqual(expected(provinces, at("full_name_20250701")));
    // The second column of names sets the tone mark on another letter: Thanh Hoá.
    const later = expected(provinces, at("full_name_20260430")).map(searchKey);
    expect(inForce(34, "province", "2026-04-30").map(searchKey)).toEqual(later);
    const ofCommune = { name: "full_name", parent: "province_code", province: "province_code" };
    expect(inForce(34, "commune", "2025-07-01")).toEqual(expected(communes, ofCommune));
    const before = new Set(inForce(34, "commune", "2026-04-29"));
    const changed = inForce(34, "commune", "2026-04-30").filter((row) => !before.has(row));
    expect(changed).toHaveLength(10);
    expect(changed.every((row) => row.includes("|Phường ") && row.endsWith("|75|75"))).toBe(true);
    expect(areas.find((row) => row.structure_code === 34 && row.area_code === "06970")?.full_name).toBe("Xã Ba Chẽ");
  });

  it("sends every old commune where at least two of three sources send it", async () => {
    const pairs = (await readCsv("crosswalk_old_to_new_communes.csv")).filter((row) => Number(row.votes) >= 2);
    const communes = mappings.filter((row) => row.from_level === "commune");
    const ours = communes.map((row) => `${row.from_code}>${row.to_code}`).sort();
    expect(ours).toEqual(pairs.map((row) => `${row.old_code}>${row.new_code}`).sort());
    const mains = communes.filter((row) => row.is_main);
    expect(mains.filter((row) => row.is_whole)).toHaveLength(9_592);
    expect(mains.filter((row) => !row.is_whole)).toHaveLength(443);
  });

  it("gives a split commune's facts to the successor that took all its people, where one did", async () => {
    const whole = (await readCsv("crosswalk_old_to_new_communes.csv")).filter(
      (row) => Number(row.votes) >= 2 && tidyName(row.note ?? "").includes("toàn bộ dân số"),
    );
    const mains = new Set(mappings.filter((row) => row.is_main).map((row) => `${row.from_code}>${row.to_code}`));
    expect(whole.length).toBeGreaterThan(50);
    expect(whole.filter((row) => !mains.has(`${row.old_code}>${row.new_code}`))).toEqual([]);
  });
});
