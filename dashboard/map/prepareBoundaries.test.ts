import { describe, expect, it } from "vitest";
import type { UnitOutline } from "../data/fetchBoundaries.ts";
import { prepareBoundaries } from "./prepareBoundaries.ts";

const square = (code: string, x: number, y: number, size = 100): UnitOutline => ({
  code,
  path: `M${x},${y}l${size},0l0,${size}l-${size},0z`,
  box: [x, y, x + size, y + size],
});
const mainland = ["1", "2", "3", "4"].map((code, index) => square(code, (index % 2) * 100, (index >> 1) * 100));

describe("a province's map", () => {
  it("shows all its units, with room for their outlines", () => {
    const map = prepareBoundaries(mainland);
    expect(map?.areas.map(({ code, inset }) => [code, inset])).toEqual(
      ["1", "2", "3", "4"].map((code) => [code, undefined]),
    );
    expect(map?.box).toEqual({ x: -1, y: -1, width: 202, height: 202 });
  });

  it("draws islands far off beside the mainland, within the map", () => {
    const map = prepareBoundaries([...mainland, square("9", 9000, 3000, 400)]);
    const island = map?.areas.find(({ code }) => code === "9");
    expect(island?.inset).toBeDefined();
    expect(map?.names?.map(({ code }) => code)).toEqual(["9"]);
    const { x = 0, y = 0, scale = 0 } = island?.inset ?? {};
    const box = map?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(9000 * scale + x).toBeGreaterThanOrEqual(200);
    expect(9400 * scale + x).toBeLessThanOrEqual(box.x + box.width);
    expect(3000 * scale + y).toBeGreaterThanOrEqual(box.y);
    expect(3400 * scale + y).toBeLessThanOrEqual(box.y + box.height);
  });

  it("keeps dense towns and their wide country together, and islands off the coast on the map", () => {
    const town = Array.from({ length: 20 }, (_, index) => square(`t${index}`, index * 10, 0, 10));
    const map = prepareBoundaries([...town, square("wide", 200, 0, 4000), square("island", 4000, 6000, 50)]);
    expect(map?.areas.filter(({ inset }) => inset !== undefined)).toEqual([]);
    expect(map?.names).toEqual([]);
  });

  it("has no map of nothing, and one of a single unit", () => {
    expect(prepareBoundaries([])).toBeNull();
    expect(prepareBoundaries([square("1", 0, 0)])?.areas).toHaveLength(1);
  });
});
