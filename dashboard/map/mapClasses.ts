import type { MeasureMeta } from "../data/viewCatalogue.ts";
import type { Classing } from "../url/choices.ts";

/** Name of a colour of the theme: seven steps of one hue, or three to each side of a target. */
export type ClassColour = `step-${0 | 1 | 2 | 3 | 4 | 5 | 6}` | `split-${0 | 1 | 2 | 3 | 4 | 5}`;

/** The classes of a map. */
export interface MapClasses {
  /** How the values were divided. */
  by: Classing;
  /** Between the classes, ascending; fewer when there are fewer distinct values. */
  thresholds: number[];
  min: number;
  max: number;
  /** Colour of each class, lowest values first: one more than there are thresholds. */
  colours: ClassColour[];
  /** A value equal to a threshold belongs to the class above it; of a measure of which less is better, to the one below. */
  equalIs: "above" | "below";
}

const hue = ["step-0", "step-1", "step-2", "step-3", "step-4", "step-5", "step-6"] as const;
/** Orange for what misses the target, blue for what reaches it, the furthest from it darkest. */
const misses = ["split-0", "split-1", "split-2"] as const;
const reaches = ["split-3", "split-4", "split-5"] as const;

type Judged = Pick<MeasureMeta, "isRate" | "better" | "target">;

/** The ways in which the values of a measure can be divided. */
export const classingsFor = ({ better, target }: Judged): Classing[] =>
  target !== null && better !== "none" ? ["interval", "quantile", "target"] : ["interval", "quantile"];

/**
 * How values are divided unless the reader chooses: at the target where it parts them; shares into equal intervals, so that
 * a step is the same difference everywhere; counts, which are skewed by a few large provinces, into equal numbers of areas.
 */
export function usualClassing(values: readonly number[], meta: Judged): Classing {
  const { target } = meta;
  const isParted =
    target !== null && values.some((value) => value < target.value) && values.some((value) => value >= target.value);
  if (isParted && classingsFor(meta).includes("target")) return "target";
  return meta.isRate ? "interval" : "quantile";
}

/** Classes for a map; null where there is no value. */
export function mapClasses(values: readonly number[], by: Classing, meta: Judged): MapClasses | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  const range = { min, max };
  if (by === "target" && meta.target !== null && meta.better !== "none") {
    return { by, ...range, ...targetClasses(range, meta.target.value, meta.better) };
  }
  const inner = hue.slice(1).map((_, index) => (index + 1) / hue.length);
  const found =
    by === "quantile"
      ? inner.map((share) => sorted[Math.floor(share * sorted.length)] ?? max)
      : inner.map((share) => min + (max - min) * share);
  const thresholds = [...new Set(found)].filter((threshold) => threshold > min);
  return {
    by: by === "target" ? "interval" : by,
    ...range,
    thresholds,
    colours: spread(thresholds.length),
    equalIs: "above",
  };
}

/** Few classes still span the whole hue, so that the extremes always look like extremes. */
const spread = (thresholds: number): ClassColour[] =>
  thresholds === 0
    ? ["step-3"]
    : Array.from({ length: thresholds + 1 }, (_, index) => hue[Math.round((index / thresholds) * 6)] ?? "step-3");

/** Three equal intervals from the lowest value to the target, three from the target to the highest. */
function targetClasses({ min, max }: { min: number; max: number }, target: number, better: "up" | "down") {
  const isUp = better === "up";
  const hasBelow = isUp ? min < target : min <= target;
  const hasAbove = isUp ? max >= target : max > target;
  const below = hasBelow ? intervals(min, target) : [];
  const above = hasAbove ? intervals(target, max) : [];
  const [low, high] = isUp ? [misses, reaches] : [[...reaches].reverse(), [...misses].reverse()];
  return {
    thresholds: [...below.slice(1), ...(hasBelow && hasAbove ? [target] : []), ...above.slice(1)],
    colours: [...low.slice(low.length - below.length), ...high.slice(0, above.length)],
    equalIs: isUp ? "above" : "below",
  } as const satisfies Partial<MapClasses>;
}

/** Starts of the three equal intervals between two values; of one where there is nothing between them. */
const intervals = (from: number, to: number): number[] =>
  from === to ? [from] : [0, 1, 2].map((third) => from + ((to - from) * third) / 3);

/** Colour of the class that a value belongs to. */
export function classColour(value: number, { thresholds, colours, equalIs }: MapClasses): ClassColour {
  const passed = thresholds.filter((threshold) =>
    equalIs === "above" ? value >= threshold : value > threshold,
  ).length;
  return colours[passed] ?? "step-3";
}
