import type { FigureState } from "../../charts/assess.ts";
import type { Language } from "../../messages/catalogues.ts";
import type { TargetRow } from "./targets.ts";

/** One target of one area, as a reader goes through them. */
export interface Target {
  code: string;
  name: string;
  areaCode: string;
  areaName: string;
  state: FigureState;
  isShare: boolean;
  /** The figure is to fall. */
  isFalling: boolean;
  row: TargetRow;
}

/** The worst first: who must act, then who must send figures, then who is well. */
export const stateOrder = ["late", "stale", "noData", "onTrack", "met"] as const satisfies readonly FigureState[];

const states: Record<string, FigureState> = {
  met: "met",
  on_track: "onTrack",
  late: "late",
  stale: "stale",
};

const byName = (a: string, b: string) => a.localeCompare(b, "vi");

/** The further behind the earlier; among the equally late the one with less of its target. */
export function compareUrgency(a: Target, b: Target): number {
  return (
    stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
    // Late without a forecast before the deadline: it is not reached at this pace at all.
    (b.row.days_late ?? Number.MAX_SAFE_INTEGER) - (a.row.days_late ?? Number.MAX_SAFE_INTEGER) ||
    (a.row.progress ?? -1) - (b.row.progress ?? -1) ||
    byName(a.name, b.name) ||
    byName(a.areaName, b.areaName)
  );
}

/** The targets as the view states them, most urgent first. Their state is the view's own. */
export function prepareTargets(rows: readonly TargetRow[], language: Language): Target[] {
  return rows
    .map((row) => ({
      code: row.target_code,
      name: (language === "vi" ? row.indicator_name : row.indicator_name_en || row.indicator_name) || row.target_code,
      areaCode: row.area_code,
      areaName: row.area_name,
      state: states[row.status] ?? "noData",
      isShare: row.unit === "percent",
      isFalling: row.better === "down",
      row,
    }))
    .sort(compareUrgency);
}

export type StateCounts = Record<FigureState, number>;
export function countStates(targets: readonly Target[]): StateCounts {
  const counts: StateCounts = { met: 0, onTrack: 0, late: 0, stale: 0, noData: 0 };
  for (const { state } of targets) counts[state] += 1;
  return counts;
}
