import type { GroupLevel } from "../checkTotals.ts";
import { isNumber } from "../numberIn.ts";
import { groupNumbering, isColumnNumberRow, isLabel, isNote, isUnitRow, totalLabel } from "../rowKinds.ts";
import type { SheetTable } from "./sheetTable.ts";

/** What a row below a header is. All but `data` is left out of the load, and reported. */
export type RowKind =
  | { readonly kind: "data" | "columnNumbers" | "units" | "repeatedHeader" | "title" | "note" | "numberOnly" }
  | { readonly kind: "total"; readonly label: "grand" | "part" }
  | { readonly kind: "group"; readonly level: GroupLevel };

export interface BodyRow {
  /** Text of each cell as it stands. */
  readonly own: readonly string[];
  /** The same, with cells merged downwards spread over their rows. */
  readonly spread: readonly string[];
  /** Columns whose cell is merged with those to its right. */
  readonly wide: ReadonlySet<number>;
}

interface FilledCell {
  readonly text: string;
  readonly column: number;
}

/** Lines between the header and the data: column numbers, units. */
const linesBelowHeader = 3;

/**
 * Tells what the rows of a sheet are, one after another. A row that fills what every row of data must fill is data, whatever
 * its words, unless its first words name a total in one of these very columns.
 */
export const createRowClassifier = (table: SheetTable): ((row: BodyRow) => RowKind) => {
  const { top, bottom } = table.header;
  const line = (cells: readonly string[]): string => JSON.stringify(cells.map((text) => text.trim()));
  const headerLines = new Set(
    table.head.filter((row) => row.number >= top && row.number <= bottom).map((row) => line(row.cells)),
  );
  const isIdentity = (column: number): boolean => table.identity.some((group) => group.includes(column));
  const isComplete = (cells: readonly string[]): boolean =>
    table.identity.every((group) => group.some((column) => (cells[column]?.trim() ?? "") !== ""));
  /** A code that reads like a total (TONG), where the row also names what it is of. */
  const isCode = (cell: FilledCell, filled: readonly FilledCell[]): boolean =>
    table.codes.has(cell.column) &&
    /^[\w./-]+$/.test(cell.text) &&
    filled.some(
      ({ text, column }) => column !== cell.column && table.words.has(column) && totalLabel(text) === undefined,
    );
  const counts = [...table.counts.values()];
  const known = new Set(table.positions.values());
  let seen = 0;
  let isBelowTable = false;

  return ({ own, spread, wide }) => {
    seen++;
    const filled = own.flatMap((text, column) => (text.trim() === "" ? [] : [{ text: text.trim(), column }]));
    const [first] = filled;
    if (first === undefined) return { kind: "data" };
    const isSingle = filled.length === 1;
    if (seen <= linesBelowHeader && isColumnNumberRow(own)) return { kind: "columnNumbers" };
    if (seen <= linesBelowHeader && isUnitRow(own)) return { kind: "units" };
    if (headerLines.has(line(own))) return { kind: "repeatedHeader" };

    const labelled = filled.find(({ text }) => isLabel(text));
    const label = labelled === undefined ? undefined : totalLabel(labelled.text);
    if (
      label !== undefined &&
      labelled !== undefined &&
      !isCode(labelled, filled) &&
      (isIdentity(labelled.column) || !isComplete(own))
    ) {
      return { kind: "total", label };
    }
    const hasNumbers = counts.some((column) => isNumber(own[column] ?? ""));
    if (isNote(first.text) && !hasNumbers && (isSingle || !isComplete(own))) {
      isBelowTable = true;
      return { kind: "note" };
    }
    if (isBelowTable && (!isComplete(own) || (!hasNumbers && filled.length <= 3))) return { kind: "note" };
    isBelowTable = false;

    const numbering = isIdentity(first.column) ? undefined : groupNumbering(first.text);
    if (numbering !== undefined && !isComplete(spread)) return { kind: "group", level: numbering };
    if (isSingle && !isNumber(first.text) && (!isIdentity(first.column) || wide.has(first.column))) {
      return { kind: "title" };
    }
    if (isSingle && isNumber(first.text) && !known.has(first.column)) return { kind: "numberOnly" };
    return { kind: "data" };
  };
};
