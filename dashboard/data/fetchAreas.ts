import * as z from "zod/mini";
import { areaLevels } from "../url/areaRef.ts";
import { fetchJson } from "./fetchJson.ts";

const unit = z.object({
  level: z.enum(areaLevels),
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
});
/** One administrative unit. Name without, full name with its type. */
export type AreaUnit = z.infer<typeof unit>;

const step = z.object({ level: z.enum(areaLevels), code: z.string(), name: z.string() });
const found = z.object({ ...unit.shape, structure: z.number(), path: z.array(step) });
export type FoundArea = z.infer<typeof found>;

const area = z.object({ unit, ancestors: z.array(step), children: z.array(unit) });
/** A unit with those above (nation first) and those directly below it. */
export type Area = z.infer<typeof area>;
export type AreaStep = z.infer<typeof step>;

export type Structure = "then" | "now";
/** The structures are named by their number of provinces in the API. */
export const structureCode = (structure: Structure) => (structure === "then" ? 63 : 34);

export async function fetchArea(structure: Structure, level: string, code: string, signal: AbortSignal): Promise<Area> {
  const path = `/api/areas/${structureCode(structure)}/${level}/${encodeURIComponent(code)}`;
  return area.parse((await fetchJson(path, signal)).body);
}

export async function searchAreas(text: string, structure: Structure, signal: AbortSignal): Promise<FoundArea[]> {
  const query = new URLSearchParams({ q: text, structure: String(structureCode(structure)), limit: "20" });
  return z.array(found).parse((await fetchJson(`/api/areas/search?${query}`, signal)).body);
}
