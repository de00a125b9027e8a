import { type Area, type AreaIndex, levels, toSearchKey } from "./areaIndex.ts";

/** 0 is the best; undefined does not match. */
const rank = (area: Area, query: string, words: readonly string[], code: string): number | undefined => {
  if (area.nameKey === query || area.searchKey === query || area.code === code) return 0;
  if (area.nameKey.startsWith(query) || area.searchKey.startsWith(query)) return 1;
  if (area.searchKey.includes(` ${query}`)) return 2;
  let ownWords = 0;
  for (const word of words) {
    if (area.words.some((part) => part.startsWith(word))) ownWords += 1;
    else if (!area.wordsAbove.some((part) => part.startsWith(word))) return undefined;
  }
  return ownWords === 0 ? undefined : 3;
};

const byRank = (a: { area: Area; rank: number }, b: { area: Area; rank: number }): number =>
  a.rank - b.rank ||
  levels.indexOf(a.area.level) - levels.indexOf(b.area.level) ||
  // The structure of today first.
  a.area.structure - b.area.structure ||
  a.area.nameKey.length - b.area.nameKey.length ||
  a.area.code.localeCompare(b.area.code);

/**
 * Units whose name fits, tone marks or not, by name alone or with the units above it ("ba dinh ha noi"), or by code.
 * Exact names first, then beginnings, then words; within each, provinces first.
 */
export const searchAreas = (index: AreaIndex, text: string, structure: number | undefined, limit: number): Area[] => {
  const query = toSearchKey(text);
  if (query === "") return [];
  const words = query.split(" ");
  const found: { area: Area; rank: number }[] = [];
  for (const area of index.areas) {
    if (area.isUnknown || (structure !== undefined && area.structure !== structure)) continue;
    const fit = rank(area, query, words, text.trim());
    if (fit !== undefined) found.push({ area, rank: fit });
  }
  return found
    .sort(byRank)
    .slice(0, limit)
    .map(({ area }) => area);
};
