import type { PlaceColumns } from "../data/defineView.ts";
import { isUnknownCode } from "../data/isUnknownCode.ts";
import { textIn } from "../data/readRow.ts";
import type { FigureRow } from "../data/viewCatalogue.ts";

export type TableValue = number | string | null;
export interface AreaTableRow {
  code: string;
  name: string;
  isUnknown: boolean;
  /** Numbers, days as YYYY-MM-DD, null where missing. */
  values: ReadonlyMap<string, TableValue>;
}

/** One row per area directly below the chosen one, with every measure. */
export function prepareAreaTable(
  rows: readonly FigureRow[],
  columns: Pick<PlaceColumns, "code" | "name">,
  measures: readonly string[],
): AreaTableRow[] {
  return rows.map((row) => {
    const code = textIn(row, columns.code);
    return {
      code,
      name: textIn(row, columns.name),
      isUnknown: isUnknownCode(code),
      values: new Map(measures.map((name) => [name, row[name] ?? null])),
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
