import type { Row } from "../data/viewCatalogue.ts";
import type { FigureState } from "./assess.ts";

/** One target of an area, as the view `targets` tells of it. `measure`: "vaccination.cleansing_progress". */
export type TargetRow = Row<
  "targets",
  "target_value" | "current_value" | "measure" | "deadline" | "legal_basis" | "value_date" | "status"
>;
/** What is asked of a figure, and how it stands. */
export interface TargetState {
  state: FigureState;
  value: number | null;
  target: number | null;
  deadline: string;
  legalBasis: string;
  valueDate: string;
}

const states: Readonly<Record<string, FigureState>> = {
  met: "met",
  on_track: "onTrack",
  late: "late",
  stale: "stale",
  no_data: "noData",
};

/** The targets of an area by measure, the nearest deadline first. A status that this screen does not know says nothing. */
export function prepareTargetStates(rows: readonly TargetRow[]): ReadonlyMap<string, readonly TargetState[]> {
  const byMeasure = new Map<string, TargetState[]>();
  for (const row of [...rows].sort((a, b) => a.deadline.localeCompare(b.deadline))) {
    const state = states[row.status];
    if (state === undefined || row.measure === "") continue;
    const { current_value: value, target_value: target, deadline, legal_basis: legalBasis } = row;
    const told = { state, value, target, deadline, legalBasis, valueDate: row.value_date };
    byMeasure.set(row.measure, [...(byMeasure.get(row.measure) ?? []), told]);
  }
  return byMeasure;
}

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * The target of the very figure that a card shows. An indicator may be a part of its measure (one stream, one grade) or of
 * another period: its state is not that of the whole, so only a target whose current value is the card's is its own.
 */
export const targetOf = (targets: readonly TargetState[] | undefined, value: number | null): TargetState | null =>
  value === null ? null : (targets?.find((target) => target.value !== null && isSame(target.value, value)) ?? null);
