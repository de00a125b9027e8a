import { isPlaceKnownTo } from "../areas/placeKey.ts";
/** SQL conditions that say, for each of several columns, that the source gave it and that it was understood. */
export const reported = (...counts: readonly string[]): string[] => counts.map((count) => `${count} >= 0`);

export const named = (...texts: readonly string[]): string[] => texts.map((text) => `${text} != ''`);

export const known = (...enums: readonly string[]): string[] => enums.map((each) => `${each} != 'unknown'`);

export const communeKnown = isPlaceKnownTo("commune", "place_key");
