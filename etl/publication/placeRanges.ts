import { z } from "zod";

/** Changes added up by one statement: its hash table then fits the processor's cache, which triples the speed. */
export const changesPerStatement = 250_000;

export interface PlaceRange {
  readonly first: number;
  readonly last: number;
}

/** Number of changes at a place; a query gives them in order of place. */
export const placeCount = z.object({ placeKey: z.number(), changes: z.number() });

export const allPlaces: PlaceRange = { first: 0, last: 0xffffffff };

/** Ranges of places with about so many changes each; together they cover all keys. */
export const splitPlaces = (places: readonly z.infer<typeof placeCount>[], changesPerRange: number): PlaceRange[] => {
  const ranges: PlaceRange[] = [];
  let first = allPlaces.first;
  let changes = 0;
  for (const place of places) {
    changes += place.changes;
    if (changes < changesPerRange) continue;
    ranges.push({ first, last: place.placeKey });
    first = place.placeKey + 1;
    changes = 0;
  }
  return [...ranges, { first, last: allPlaces.last }];
};
