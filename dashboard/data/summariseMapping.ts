import type { CubeRow } from "./loadCube.ts";
import { numberOf, textOf } from "./readRow.ts";

/** Shares of the doses recorded, by how their unit of the day became one of today. */
export interface MappingSummary {
  /** Whole old communes, or units that never changed. */
  exact: number;
  /** Split communes, given to their main successor. */
  assigned: number;
  assignedCount: number;
  /** Known only above the commune. */
  unknown: number;
}

/** Null where nothing is recorded. */
export function summariseMapping(rows: readonly CubeRow[]): MappingSummary | null {
  const countOf = (...kinds: string[]) =>
    rows
      .filter((row) => kinds.includes(textOf(row, "area_mapping")))
      .reduce((sum, row) => sum + (numberOf(row, "doses_recorded") ?? 0), 0);
  const exact = countOf("same", "exact");
  const assignedCount = countOf("assigned");
  const unknown = countOf("unknown");
  const total = exact + assignedCount + unknown;
  if (total <= 0) return null;
  return { exact: exact / total, assigned: assignedCount / total, assignedCount, unknown: unknown / total };
}
