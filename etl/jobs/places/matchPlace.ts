import type { PlaceMatch, PlaceNames, PlaceTexts } from "./PlaceNames.ts";

const precision: Readonly<Record<PlaceMatch["level"], number>> = { unknown: 0, province: 1, district: 2, commune: 3 };

/**
 * The place that a row's texts mean on a day whose structure is the first of `structures`: there, unless another structure
 * has a commune that fits the row's code and names better (codes and names are used again after a reform), or only another
 * knows what the row names.
 */
export const matchPlace = (texts: PlaceTexts, structures: readonly PlaceNames[]): PlaceMatch => {
  const matches: PlaceMatch[] = [];
  for (const structure of structures) {
    const match = structure.match(texts);
    // Nothing fits better than a commune that nothing in the row speaks against.
    if (matches.length === 0 && match.level === "commune" && match.doubts === 0) return match;
    matches.push(match);
  }
  const best = matches.toSorted(
    (one, other) => precision[other.level] - precision[one.level] || one.doubts - other.doubts,
  )[0];
  if (best === undefined) throw new TypeError("no structure to match in");
  return best;
};
