import { type Steps, stepOf } from "./sevenSteps.ts";

export interface LegendClass {
  /** Colour of the class, 0 to 6. */
  step: number;
  from: number;
  /** Equal to `from` where all areas have one value. */
  to: number;
}

/** The classes of a map, lowest first. */
export function legendClasses(steps: Steps | null): LegendClass[] {
  if (!steps) return [];
  const edges = [steps.min, ...steps.thresholds, steps.max];
  return edges.slice(0, -1).map((from, index) => ({ step: stepOf(from, steps), from, to: edges[index + 1] ?? from }));
}

/** "80,4 % – 83,6 %" */
export const writeClass = ({ from, to }: LegendClass, write: (value: number) => string): string =>
  from === to ? write(from) : `${write(from)} – ${write(to)}`;
