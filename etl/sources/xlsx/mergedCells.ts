import type { CellRange } from "./cellAddress.ts";
import type { SheetRow } from "./sheetRows.ts";

interface ActiveMerge {
  readonly range: CellRange;
  readonly text: string;
}

/**
 * Spreads cells merged downwards over the rows that they stand for, in their first column. Given a sheet's rows in their
 * order; only the ranges that reach the row are held.
 */
export const createMergeSpreader = (
  merges: readonly CellRange[],
  firstRow: number,
): ((row: SheetRow) => { readonly spread: readonly string[]; readonly wide: ReadonlySet<number> }) => {
  const waiting = merges.filter((merge) => merge.top >= firstRow);
  let next = 0;
  let active: ActiveMerge[] = [];
  return ({ number, cells }) => {
    if (active.some(({ range }) => range.bottom < number))
      active = active.filter(({ range }) => range.bottom >= number);
    for (let range = waiting[next]; range !== undefined && range.top <= number; range = waiting[++next]) {
      if (range.bottom >= number) active.push({ range, text: range.top === number ? (cells[range.left] ?? "") : "" });
    }
    if (active.length === 0) return { spread: cells, wide: new Set() };
    const spread = [...cells];
    for (const { range, text } of active) {
      while (spread.length <= range.left) spread.push("");
      if ((spread[range.left] ?? "") === "") spread[range.left] = text;
    }
    const wide = active.filter(({ range }) => range.right > range.left && range.top === number);
    return { spread, wide: new Set(wide.map(({ range }) => range.left)) };
  };
};
