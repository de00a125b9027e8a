import type { Ranking } from "../../charts/prepareRanking.ts";
import type { MeasureMeta } from "../../data/viewCatalogue.ts";

export interface FurthestBehind {
  /** More than one where several share the last place. */
  names: string[];
  value: number;
  /** How far from the whole. */
  behind: number;
}

/** Who is last, and by how much. Null where nobody is behind the whole, or one area is all there is. */
export function findFurthestBehind(
  { areas, whole }: Ranking,
  { better }: Pick<MeasureMeta, "better">,
): FurthestBehind | null {
  const known = areas.flatMap(({ name, value, rank }) => (value === null || rank === null ? [] : [{ name, value }]));
  const last = known.at(-1);
  if (last === undefined || known.length < 2 || whole === null || better === "none") return null;
  const behind = better === "up" ? whole - last.value : last.value - whole;
  if (behind <= 0) return null;
  return {
    names: known.filter(({ value }) => value === last.value).map(({ name }) => name),
    value: last.value,
    behind,
  };
}
