import type { Structure } from "../data/fetchAreas.ts";
import { type Archipelago, archipelagos, isShapeId, provinceCodeOfShape, type ShapeId } from "./provinceCodes.ts";
import { provinceOfToday } from "./provinceGroups.ts";

export interface ProvinceShape {
  id: ShapeId;
  path: string;
}
/** Shapes drawn as one province: several for a merged one, and the archipelago with its mainland. */
export interface ProvinceOutline {
  code: string;
  shapes: ProvinceShape[];
  archipelago: Archipelago | null;
}
export interface CountryMap {
  viewBox: string;
  outlines: ProvinceOutline[];
}

/** The map of the country. Shapes: @svg-maps/vietnam, CC BY 4.0. Loaded when first drawn: it is a third of the page's bytes. */
export async function loadProvinceShapes(structure: Structure): Promise<CountryMap> {
  const { default: map } = await import("@svg-maps/vietnam");
  const outlines = new Map<string, ProvinceOutline>();
  for (const { id, path } of map.locations) {
    // A shape without a code would be a hole in the country: fail in the test, not on the screen.
    if (!isShapeId(id)) throw new Error(`shape ${id} has no province code`);
    const then = provinceCodeOfShape[id];
    const code = structure === "then" ? then : provinceOfToday(then);
    const outline = outlines.get(code) ?? { code, shapes: [], archipelago: null };
    outline.shapes.push({ id, path });
    outline.archipelago ??= archipelagos.find((name) => name === id) ?? null;
    outlines.set(code, outline);
  }
  return { viewBox: map.viewBox, outlines: [...outlines.values()] };
}
