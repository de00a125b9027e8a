import type { ClassColour, MapClasses } from "./mapClasses.ts";

export interface LegendClass {
  colour: ClassColour;
  from: number;
  /** Equal to `from` where all areas have one value. */
  to: number;
}

/** The classes of a map, lowest first. */
export function legendClasses(classes: MapClasses | null): LegendClass[] {
  if (!classes) return [];
  const edges = [classes.min, ...classes.thresholds, classes.max];
  return classes.colours.map((colour, index) => {
    const from = edges[index] ?? classes.min;
    return { colour, from, to: edges[index + 1] ?? from };
  });
}

/** "80,4 % – 83,6 %" */
export const writeClass = ({ from, to }: LegendClass, write: (value: number) => string): string =>
  from === to ? write(from) : `${write(from)} – ${write(to)}`;
