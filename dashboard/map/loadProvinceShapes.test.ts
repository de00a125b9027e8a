import { beforeAll, describe, expect, it } from "vitest";
import { buildMappings } from "../../warehouse/areas/buildMappings.ts";
import { readPackagedUnits } from "../../warehouse/areas/packagedUnits.ts";
import { loadProvinceShapes } from "./loadProvinceShapes.ts";

const asReported = (code: string) => code;
/** Province of today of each former province: where the first of its communes went. */
const successors = new Map<string, string>();

beforeAll(async () => {
  const units = await readPackagedUnits();
  const parents = (list: readonly { code: string; parentCode: string }[]) =>
    new Map(list.map(({ code, parentCode }) => [code, parentCode]));
  const [districts, oldCommunes, newCommunes] = [units.oldDistricts, units.oldCommunes, units.newCommunes].map(parents);
  for (const { from_level, from_code, to_code } of buildMappings(units)) {
    const district = from_level === "commune" ? oldCommunes?.get(from_code) : from_code;
    const then = districts?.get(district ?? "");
    const now = newCommunes?.get(to_code);
    if (then !== undefined && now !== undefined && !successors.has(then)) successors.set(then, now);
  }
});

const today = (code: string) => successors.get(code);

describe("the map of the country", () => {
  it("has a shape for each of the 63 provinces", async () => {
    const { areas: outlines } = await loadProvinceShapes(asReported);
    expect(new Set(outlines.map((outline) => outline.code)).size).toBe(63);
    expect(outlines.flatMap((outline) => outline.shapes)).toHaveLength(65);
  });

  it("groups them into the 34 of today without losing a shape", async () => {
    const { areas: outlines } = await loadProvinceShapes(today);
    expect(outlines).toHaveLength(34);
    expect(outlines.flatMap((outline) => outline.shapes)).toHaveLength(65);
    const saigon = outlines.find((outline) => outline.code === "79");
    expect(saigon?.shapes.map((shape) => shape.id).sort()).toEqual(["baria", "binhduong", "hcm"]);
  });

  it.each([
    ["as reported", asReported],
    ["of today", today],
  ])("shows Hoàng Sa with Đà Nẵng and Trường Sa with Khánh Hòa (%s)", async (_, provinceOf) => {
    const { areas: outlines } = await loadProvinceShapes(provinceOf);
    const islands = outlines.filter((outline) => outline.archipelago !== null);
    expect(islands.map((outline) => [outline.code, outline.archipelago]).sort()).toEqual([
      ["48", "hoangsa"],
      ["56", "truongsa"],
    ]);
  });
});
