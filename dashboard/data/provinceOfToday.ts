import type { Successor } from "./fetchAreas.ts";

/** Where the territory of a former province lies today; undefined where no one says. */
export type ProvinceOfToday = (code: string) => string | undefined;

/** @param structure code of the structure that the former provinces are of: codes are reused from one to the next */
export function provinceOfToday(successors: readonly Successor[], structure: number): ProvinceOfToday {
  const known = new Map(
    successors.filter((entry) => entry.structure === structure).map(({ code, successor }) => [code, successor]),
  );
  return (code) => known.get(code);
}
