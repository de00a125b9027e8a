/** Seven classes of one hue, from the lightest (0) to the darkest (6). */
export interface Steps {
  /** Six thresholds between the seven classes, ascending; fewer when there are fewer distinct values. */
  thresholds: number[];
  min: number;
  max: number;
}

const CLASSES = 7;

/**
 * Classes for a map. Shares get equal intervals, so that a step is the same difference everywhere; counts, which are
 * skewed by a few large provinces, get equal numbers of areas.
 */
export function sevenSteps(values: readonly number[], kind: "share" | "count"): Steps | null {
  const sorted = [...values].sort((a, b) => a - b);
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  if (min === max) return { thresholds: [], min, max };
  const inner = Array.from({ length: CLASSES - 1 }, (_, index) => (index + 1) / CLASSES);
  const thresholds = inner.map((share) =>
    kind === "share" ? min + (max - min) * share : (sorted[Math.floor(share * sorted.length)] ?? max),
  );
  return { thresholds: [...new Set(thresholds)].filter((threshold) => threshold > min), min, max };
}

/** Class of a value; a value equal to a threshold belongs to the class above it. */
export function stepOf(value: number, steps: Steps): number {
  const index = steps.thresholds.filter((threshold) => value >= threshold).length;
  const count = steps.thresholds.length;
  // Few classes still span the whole ramp, so that the extremes always look like extremes.
  return count === 0 ? 3 : Math.round((index / count) * (CLASSES - 1));
}
