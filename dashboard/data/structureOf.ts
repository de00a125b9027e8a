import type { About } from "./fetchAbout.ts";
import type { Structure } from "./fetchAreas.ts";

/** The structure of today is the newest in force; that of the reports the one before it. Undefined where none is loaded. */
export function structureOf({ structures }: Pick<About, "structures">, which: Structure) {
  const ordered = structures.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
  const now = ordered.find(({ validTo }) => validTo === null) ?? ordered[0];
  return which === "now" ? now : (ordered.find(({ code }) => code !== now?.code) ?? now);
}
