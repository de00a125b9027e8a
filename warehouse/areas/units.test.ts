import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type AreaRow, buildAreas } from "./buildAreas.ts";
import { buildMappings, type MappingRow } from "./buildMappings.ts";
import { readPackagedUnits } from "./packagedUnits.ts";

const lastDayBefore = "2025-06-30";
const reform = "2025-07-01";

let areas: AreaRow[];
let mappings: MappingRow[];
beforeAll(async () => {
  const units = await readPackagedUnits();
  areas = buildAreas(units);
  mappings = buildMappings(units);
});

const inForce = (structure: number, level: string, day: string): AreaRow[] =>
  areas
    .filter((row) => row.structure_code === structure && row.level === level && !row.is_unknown)
    .filter((row) => row.valid_from <= day && day <= row.valid_to);

/** A short form of a list of units: it changes with any code, name, type or parent. */
const digest = (rows: readonly AreaRow[]): string =>
  createHash("sha256")
    .update(
      rows
        .map((row) => [row.area_code, row.full_name, row.type, row.parent_code, row.province_code].join("|"))
        .sort()
        .join("\n"),
    )
    .digest("hex")
    .slice(0, 16);

describe("the units that ship with the product", () => {
  it.each([
    { structure: 63, level: "province", day: lastDayBefore, count: 63, is: "5ad71baa1787fbf8" },
    { structure: 63, level: "district", day: lastDayBefore, count: 696, is: "4049b22ed274e5d8" },
    { structure: 63, level: "commune", day: lastDayBefore, count: 10_035, is: "425dad18099d91d3" },
    { structure: 34, level: "province", day: reform, count: 34, is: "e8748d58655de0d4" },
    { structure: 34, level: "commune", day: reform, count: 3_321, is: "da0b8f9979b54b3f" },
  ])("are the official $count $level units of $day", ({ structure, level, day, count, is }) => {
    const units = inForce(structure, level, day);
    expect(new Set(units.map((row) => row.area_code)).size).toBe(count);
    expect(units).toHaveLength(count);
    // Taken when the lists were equal to the public ones, unit by unit (sharedUnits.test.ts compares them where they are at hand).
    expect(digest(units)).toBe(is);
  });

  it("stand under a unit of the same structure and day", () => {
    for (const [structure, day] of [
      [63, lastDayBefore],
      [34, reform],
    ] as const) {
      const provinces = new Set(inForce(structure, "province", day).map((row) => row.area_code));
      const districts = new Set(inForce(structure, "district", day).map((row) => row.area_code));
      const parents = districts.size > 0 ? districts : provinces;
      const communes = inForce(structure, "commune", day);
      expect(communes.filter((row) => !parents.has(row.parent_code) || !provinces.has(row.province_code))).toEqual([]);
    }
  });

  it("go from the old structure to one main unit of the new one, whole or split", () => {
    const now = new Set(inForce(34, "commune", reform).map((row) => row.area_code));
    const ofCommunes = mappings.filter((row) => row.from_level === "commune");
    const mains = ofCommunes.filter((row) => row.is_main);
    expect(mains.map((row) => row.from_code).sort()).toEqual(
      inForce(63, "commune", lastDayBefore)
        .map((row) => row.area_code)
        .sort(),
    );
    expect([mains.filter((row) => row.is_whole).length, mains.filter((row) => !row.is_whole).length]).toEqual([
      9_592, 443,
    ]);
    expect(mappings.filter((row) => !now.has(row.to_code))).toEqual([]);
    const reached = new Set(mappings.map((row) => row.to_code));
    expect([...now].filter((code) => !reached.has(code))).toEqual([]);
  });
});
