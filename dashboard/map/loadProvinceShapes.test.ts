import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSharedHere, sharedFile } from "../../warehouse/testing/sharedData.ts";
import { loadProvinceShapes } from "./loadProvinceShapes.ts";
import { provinceCodeOfShape } from "./provinceCodes.ts";
import { provinceOfToday } from "./provinceGroups.ts";

describe("the map of the country", () => {
  it("has a shape for each of the 63 provinces", async () => {
    const { outlines } = await loadProvinceShapes("then");
    expect(new Set(outlines.map((outline) => outline.code)).size).toBe(63);
    expect(outlines.flatMap((outline) => outline.shapes)).toHaveLength(65);
  });

  it("groups them into the 34 of today without losing a shape", async () => {
    const { outlines } = await loadProvinceShapes("now");
    expect(outlines).toHaveLength(34);
    expect(outlines.flatMap((outline) => outline.shapes)).toHaveLength(65);
    const saigon = outlines.find((outline) => outline.code === "79");
    expect(saigon?.shapes.map((shape) => shape.id).sort()).toEqual(["baria", "binhduong", "hcm"]);
  });

  it.each(["then", "now"] as const)(
    "shows Hoàng Sa with Đà Nẵng and Trường Sa with Khánh Hòa (%s)",
    async (structure) => {
      const { outlines } = await loadProvinceShapes(structure);
      const islands = outlines.filter((outline) => outline.archipelago !== null);
      expect(islands.map((outline) => [outline.code, outline.archipelago]).sort()).toEqual([
        ["48", "hoangsa"],
        ["56", "truongsa"],
      ]);
    },
  );
});

const crosswalk = sharedFile("data/admin/crosswalk_old_to_new_communes.csv");

describe.skipIf(!isSharedHere)("the groups against the conversion table", () => {
  it("sends every former province where most of its communes went", () => {
    const votes = new Map<string, Map<string, number>>();
    for (const line of readFileSync(crosswalk, "utf8").trim().split("\n").slice(1)) {
      const [, , , then = "", , , now = ""] = line.split(",");
      const counts = votes.get(then) ?? new Map<string, number>();
      votes.set(then, counts.set(now, (counts.get(now) ?? 0) + 1));
    }
    const codes = [...new Set(Object.values(provinceCodeOfShape))];
    const winners = codes.map((then) => [then, [...(votes.get(then) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0]]);
    expect(codes.map((then) => [then, provinceOfToday(then)])).toEqual(winners);
  });
});
