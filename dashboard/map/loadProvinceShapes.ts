import type { DrawnArea, DrawnMap } from "./drawnMap.ts";
import { type Archipelago, archipelagos, isShapeId, provinceCodeOfShape } from "./provinceCodes.ts";

/** A province, and the archipelago that is part of it. */
export interface ProvinceOutline extends DrawnArea {
  archipelago: Archipelago | null;
}
export interface CountryMap extends DrawnMap {
  areas: ProvinceOutline[];
}

const MARGIN = 4;

/**
 * The map of the country. Shapes: @svg-maps/vietnam, CC BY 4.0. Loaded when first drawn: it is a third of the page's bytes.
 * @param provinceOf province that the shape of a province of the package is drawn as; itself where there is none
 */
export async function loadProvinceShapes(provinceOf: (code: string) => string | undefined): Promise<CountryMap> {
  const { default: map } = await import("@svg-maps/vietnam");
  const outlines = new Map<string, ProvinceOutline>();
  for (const { id, path } of map.locations) {
    // A shape without a code would be a hole in the country: fail in the test, not on the screen.
    if (!isShapeId(id)) throw new Error(`shape ${id} has no province code`);
    const then = provinceCodeOfShape[id];
    const code = provinceOf(then) ?? then;
    const outline = outlines.get(code) ?? { code, shapes: [], archipelago: null };
    outline.shapes.push({ id, path });
    outline.archipelago ??= archipelagos.find((name) => name === id) ?? null;
    outlines.set(code, outline);
  }
  const [x = 0, y = 0, width = 0, height = 0] = map.viewBox.split(" ").map(Number);
  const box = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  return { box, areas: [...outlines.values()] };
}
