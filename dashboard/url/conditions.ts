import { isDimensionOf } from "../data/measuresOf.ts";
import { type Conditions, narrowingLimits } from "../data/narrowing.ts";
import type { ViewName } from "../data/viewCatalogue.ts";
import { hasWords } from "../messages/dimensionWords.ts";

/** "method:qr|card~grade:II". */
export const writeConditions = (conditions: Conditions): string =>
  conditions.map(([dimension, values]) => `${dimension}:${values.join("|")}`).join("~");

/** The inverse of {@link writeConditions}; undefined where one is not about a dimension of the view. */
export function parseConditions(view: ViewName, text: string): Conditions | undefined {
  const conditions = text.split("~").map((each): Conditions[number] | undefined => {
    const [, dimension = "", values = ""] = /^(\w+):(.*)$/.exec(each) ?? [];
    return isDimensionOf(view, dimension) ? [dimension, values.split("|")] : undefined;
  });
  const known = conditions.filter((each) => each !== undefined);
  return known.length === conditions.length ? known : undefined;
}

/** A page of the view can be narrowed to values that it has words for. Places and days are chosen elsewhere. */
export const canNarrow = (view: ViewName, dimension: string): boolean =>
  isDimensionOf(view, dimension) && hasWords(dimension);

/** What a page of the view is narrowed to; undefined for what no screen can offer. Codes that data has gained since are let pass. */
export function parseNarrowing(view: ViewName, text: string): Conditions | undefined {
  const conditions = parseConditions(view, text);
  if (conditions === undefined || conditions.length > narrowingLimits.dimensions) return undefined;
  const isOnce = (texts: readonly string[]) => new Set(texts).size === texts.length;
  const isOffered = conditions.every(
    ([dimension, values]) =>
      canNarrow(view, dimension) &&
      values.length <= narrowingLimits.values &&
      isOnce(values) &&
      values.every((value) => /^[\w.+-]{1,40}$/.test(value)),
  );
  return isOffered && isOnce(conditions.map(([dimension]) => dimension)) ? conditions : undefined;
}
