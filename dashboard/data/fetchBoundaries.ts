import * as z from "zod/mini";
import { fetchJson } from "./fetchJson.ts";

/** Outlines on one grid for the whole country; `box`: left, upper, right and lower edge. */
const unit = z.object({
  code: z.string(),
  path: z.string(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type UnitOutline = z.infer<typeof unit>;

/** The units of one level of a province; none where no boundaries of them are loaded. @param structure its code */
export async function fetchBoundaries(
  structure: number,
  level: string,
  province: string,
  signal: AbortSignal,
): Promise<UnitOutline[]> {
  const path = `/api/boundaries/${structure}/${level}/${encodeURIComponent(province)}`;
  return z.object({ units: z.array(unit) }).parse((await fetchJson(path, signal)).body).units;
}
