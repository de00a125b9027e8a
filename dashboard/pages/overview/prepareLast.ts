import type { Ranking } from "../../charts/prepareRanking.ts";
import type { MeasureMeta } from "../../data/viewCatalogue.ts";

export interface LastArea {
  code: string;
  name: string;
  value: number;
  /** How far from the whole. */
  behind: number;
}

/** The units furthest behind the whole, the last first. None where one is all there is, or the whole is not known. */
export function prepareLast({ areas, whole }: Ranking, { better }: Pick<MeasureMeta, "better">, count = 5): LastArea[] {
  const known = areas.flatMap(({ code, name, value, rank }) =>
    value === null || rank === null ? [] : [{ code, name, value }],
  );
  if (known.length < 2 || whole === null || better === "none") return [];
  return known
    .map((area) => ({ ...area, behind: better === "up" ? whole - area.value : area.value - whole }))
    .filter(({ behind }) => behind > 0)
    .slice(-count)
    .reverse();
}
