import type { QueryFilter } from "./dateRange.ts";

/**
 * Members that filters hold to certain values throughout a query: those of "equals" filters that every row must pass. A preparation may
 * leave out what no row of the answer can be about.
 */
export const heldValues = (filters: readonly QueryFilter[]): ReadonlyMap<string, readonly string[]> => {
  const held = new Map<string, readonly string[]>();
  const look = (each: readonly QueryFilter[]): void => {
    for (const { and, or, member, dimension, operator, values = [] } of each) {
      const name = member ?? dimension;
      if (and !== undefined) look(and);
      else if (or === undefined && name !== undefined && operator === "equals" && !held.has(name)) {
        const texts = values.filter((value) => typeof value === "string");
        if (texts.length > 0 && texts.length === values.length) held.set(name, texts);
      }
    }
  };
  look(filters);
  return held;
};
