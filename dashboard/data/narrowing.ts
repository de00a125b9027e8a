/** Dimensions of a view, each with the values that are kept. */
export type Conditions = readonly (readonly [dimension: string, values: readonly string[]])[];

/** Everything: nothing was chosen. */
export const EVERYTHING: Conditions = [];

/** What one screen can be narrowed to; more than that nobody reads. */
export const narrowingLimits = { dimensions: 6, values: 12 } as const;

export const keptOf = (only: Conditions, dimension: string): readonly string[] =>
  only.find(([name]) => name === dimension)?.[1] ?? [];

export const withoutConditionOn = (only: Conditions, dimension: string): Conditions =>
  only.some(([name]) => name === dimension) ? only.filter(([name]) => name !== dimension) : only;

/** The screen of a figure that tells a dimension apart: it shows all values, for the reader to choose another. */
export const besideItsOwn = <S extends { only: Conditions }>(scope: S, dimension: string): S => ({
  ...scope,
  only: withoutConditionOn(scope.only, dimension),
});

/** Narrowed to one value of a dimension, whatever was kept of it before. */
export const narrowTo = (only: Conditions, dimension: string, value: string): Conditions => [
  ...withoutConditionOn(only, dimension),
  [dimension, [value]],
];

/** The dimensions that a screen is narrowed by and a measure is not told by: narrowed to them it has no figure. */
export const untoldBy = ({ notBy }: { notBy: readonly string[] }, only: Conditions): string[] =>
  only.flatMap(([dimension]) => (notBy.includes(dimension) ? [dimension] : []));

/** A value chosen, or let go where it was: alone in its dimension, or beside those chosen before. */
export function choose(only: Conditions, dimension: string, value: string, isAdded: boolean): Conditions {
  const before = keptOf(only, dimension);
  const after = before.includes(value)
    ? before.filter((each) => each !== value)
    : isAdded
      ? [...before, value].slice(-narrowingLimits.values)
      : [value];
  if (before.length === 0) return [...only, [dimension, after]];
  return only.flatMap((each) => (each[0] !== dimension ? [each] : after.length === 0 ? [] : [[dimension, after]]));
}

/** What figures of a view are narrowed to by a choice of their page's own. */
export interface Narrowing {
  /** In words, for titles. */
  to: string;
  where: Conditions;
}
