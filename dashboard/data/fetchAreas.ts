import * as z from "zod/mini";
import { areaLevels } from "../url/areaRef.ts";
import { fetchJson } from "./fetchJson.ts";

/** One administrative unit. Name without, full name with its type. */
const unit = z.object({
  level: z.enum(areaLevels),
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
});

const step = z.object({ level: z.enum(areaLevels), code: z.string(), name: z.string() });
const found = z.object({ ...unit.shape, structure: z.number(), path: z.array(step) });
export type FoundArea = z.infer<typeof found>;

const area = z.object({ unit, ancestors: z.array(step), children: z.array(unit) });
/** A unit with those above (nation first) and those directly below it. */
export type Area = z.infer<typeof area>;
export type AreaStep = z.infer<typeof step>;

/** The borders that figures were reported with, or those of today. */
export type Structure = "then" | "now";

/** @param structure its code, as `/api/about` lists them */
export async function fetchArea(structure: number, level: string, code: string, signal: AbortSignal): Promise<Area> {
  const path = `/api/areas/${structure}/${level}/${encodeURIComponent(code)}`;
  return area.parse((await fetchJson(path, signal)).body);
}

export async function searchAreas(text: string, structure: number, signal: AbortSignal): Promise<FoundArea[]> {
  const query = new URLSearchParams({ q: text, structure: String(structure), limit: "20" });
  return z.array(found).parse((await fetchJson(`/api/areas/search?${query}`, signal)).body);
}

const successor = z.object({ structure: z.number(), code: z.string(), successor: z.string() });
/** The province of today that each former province belongs to. */
export type Successor = z.infer<typeof successor>;

export async function fetchSuccessors(signal: AbortSignal): Promise<Successor[]> {
  return z.array(successor).parse((await fetchJson("/api/areas/successors", signal)).body);
}
