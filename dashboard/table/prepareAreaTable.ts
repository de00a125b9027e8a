import { isUnknownCode } from "../data/areaScope.ts";
import type { CubeRow } from "../data/loadCube.ts";
import { type MeasureName, measureNames } from "../data/measureNames.ts";
import { dayOf, numberOf, textOf } from "../data/readRow.ts";
import type { AreaLevel } from "../url/areaRef.ts";

export type TableValue = number | string | null;
export interface AreaTableRow {
  level: AreaLevel;
  code: string;
  name: string;
  isUnknown: boolean;
  /** Numbers, days as YYYY-MM-DD, null where missing. */
  values: ReadonlyMap<MeasureName, TableValue>;
}

/** One row per area directly below the chosen one, with every measure. */
export function prepareAreaTable(
  rows: readonly CubeRow[],
  columns: { level: AreaLevel; code: string; name: string },
): AreaTableRow[] {
  return rows.map((row) => {
    const code = textOf(row, columns.code);
    return {
      level: columns.level,
      code,
      name: textOf(row, columns.name),
      isUnknown: isUnknownCode(code),
      values: new Map(
        measureNames.map((name) => [name, name.endsWith("_date") ? dayOf(row, name) : numberOf(row, name)]),
      ),
    };
  });
}

interface Sortable {
  value: TableValue;
  isUnknown: boolean;
}

/** Order of two cells: the unknown member is last and missing figures next to last, whichever way a column is sorted. */
export function compareCells(a: Sortable, b: Sortable, isDescending: boolean): number {
  const outward = isDescending ? -1 : 1;
  if (a.isUnknown !== b.isUnknown) return outward * (a.isUnknown ? 1 : -1);
  if (a.value === null || b.value === null) return outward * (Number(a.value === null) - Number(b.value === null));
  if (typeof a.value === "number" && typeof b.value === "number") return a.value - b.value;
  return String(a.value).localeCompare(String(b.value), "vi");
}
