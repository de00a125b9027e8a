import type { Translate } from "../messages/createTranslate.ts";
import type { ClassColour, MapClasses } from "./mapClasses.ts";

export interface LegendClass {
  colour: ClassColour;
  from: number;
  /** Equal to `from` where all areas have one value. */
  to: number;
}

/** The classes of a map, lowest first. Those towards a target end at it, or begin there, also where no area comes so near. */
export function legendClasses(classes: MapClasses | null, target: number | null): LegendClass[] {
  if (!classes) return [];
  const ends = classes.by === "target" && target !== null ? [target] : [];
  const edges = [Math.min(classes.min, ...ends), ...classes.thresholds, Math.max(classes.max, ...ends)];
  return classes.colours.map((colour, index) => {
    const from = edges[index] ?? classes.min;
    return { colour, from, to: edges[index + 1] ?? from };
  });
}

/** Who reaches the target that the classes part at; null where they part at none. */
export function whoReaches({ by, colours }: MapClasses): "all" | "some" | "none" | null {
  if (by !== "target") return null;
  const reaching = colours.filter((colour) => colour === "split-3" || colour === "split-4" || colour === "split-5");
  return reaching.length === 0 ? "none" : reaching.length === colours.length ? "all" : "some";
}

/** How the values were divided; at a target, which one and who reaches it. */
export function writeClassing(
  classes: MapClasses,
  target: number | null,
  write: (value: number) => string,
  t: Translate,
): string {
  const reached = whoReaches(classes);
  return [
    `${t(`classing.${classes.by}`)}${reached !== null && target !== null ? ` (${write(target)})` : ""}`,
    ...(reached === "none" ? [t("map.noneReaches")] : reached === "all" ? [t("map.allReach")] : []),
  ].join(" · ");
}

/** "80,4 % – 83,6 %" */
export const writeClass = ({ from, to }: LegendClass, write: (value: number) => string): string =>
  from === to ? write(from) : `${write(from)} – ${write(to)}`;
