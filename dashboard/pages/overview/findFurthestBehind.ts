import type { Ranking } from "../../charts/prepareRanking.ts";
import type { MeasureMeta } from "../../data/viewCatalogue.ts";
import { prepareLast } from "./prepareLast.ts";

export interface FurthestBehind {
  /** More than one where several share the last place. */
  names: string[];
  value: number;
  /** How far from the whole. */
  behind: number;
}

/** Who is last, and by how much. Null where nobody is behind. */
export function findFurthestBehind(ranking: Ranking, meta: Pick<MeasureMeta, "better">): FurthestBehind | null {
  const [last] = prepareLast(ranking, meta, 1);
  if (last === undefined) return null;
  const { value, behind } = last;
  const names = ranking.areas.flatMap((area) => (area.rank !== null && area.value === value ? [area.name] : []));
  return { names, value, behind };
}
