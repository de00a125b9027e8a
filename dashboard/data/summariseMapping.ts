/** Shares of a count, by how its unit of the day became one of today. */
export interface MappingSummary {
  /** Whole old communes, or units that never changed. */
  exact: number;
  /** Split communes, given to their main successor. */
  assigned: number;
  assignedCount: number;
  /** Known only above the commune. */
  unknown: number;
}

/** Null where nothing is counted. */
export function summariseMapping(parts: readonly { mapping: string; count: number | null }[]): MappingSummary | null {
  const countOf = (...kinds: string[]) =>
    parts.filter(({ mapping }) => kinds.includes(mapping)).reduce((sum, { count }) => sum + (count ?? 0), 0);
  const exact = countOf("same", "exact");
  const assignedCount = countOf("assigned");
  const unknown = countOf("unknown");
  const total = exact + assignedCount + unknown;
  if (total <= 0) return null;
  return { exact: exact / total, assigned: assignedCount / total, assignedCount, unknown: unknown / total };
}
