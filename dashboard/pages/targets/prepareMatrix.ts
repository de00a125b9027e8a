import type { MatrixColumn, MatrixUnit } from "../../charts/Matrix.tsx";
import { compareUrgency, countStates, type StateCounts, type Target } from "./prepareTargets.ts";

export interface TargetUnit extends MatrixUnit {
  counts: StateCounts;
  /** One per column; null where the unit has no such target. */
  cells: (Target | null)[];
}
export interface TargetMatrix {
  columns: MatrixColumn[];
  /** Those with most late targets first. */
  units: TargetUnit[];
}

/** Targets of former provinces stand among no units of today's. */
const isOfToday = ({ areaCode, row }: Target) => areaCode.length !== 2 || areaCode === row.now_province_code;

/** Targets by unit. */
export function prepareMatrix(targets: readonly Target[]): TargetMatrix {
  const current = targets.filter(isOfToday);
  const columns = [...new Map(current.map(({ code, name }) => [code, { code, name }])).values()].sort(
    (a, b) => a.name.localeCompare(b.name, "vi") || a.code.localeCompare(b.code),
  );
  const byUnit = new Map<string, Target[]>();
  for (const target of current) byUnit.set(target.areaCode, [...(byUnit.get(target.areaCode) ?? []), target]);
  const units = [...byUnit].map(([code, own]) => ({
    code,
    name: own[0]?.areaName ?? code,
    counts: countStates(own),
    cells: columns.map((column) => own.find((target) => target.code === column.code) ?? null),
  }));
  units.sort(
    (a, b) =>
      b.counts.late - a.counts.late ||
      b.counts.stale + b.counts.noData - a.counts.stale - a.counts.noData ||
      a.name.localeCompare(b.name, "vi"),
  );
  return { columns, units: units.map((unit, index) => ({ ...unit, rank: index + 1 })) };
}

/** The units furthest behind on one target: the most days late, then the least of the target. */
export const furthestBehind = (targets: readonly Target[], code: string, count = 5): Target[] =>
  targets
    .filter((target) => target.code === code && target.state === "late" && isOfToday(target))
    .sort(compareUrgency)
    .slice(0, count);
