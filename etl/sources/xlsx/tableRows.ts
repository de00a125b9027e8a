import type { TotalsCheck } from "../checkTotals.ts";
import { isBlankRow } from "../rowKinds.ts";
import { typedNumber } from "../typedNumber.ts";
import { columnLetters } from "./cellAddress.ts";
import { createRowClassifier } from "./classifyRow.ts";
import { createMergeSpreader } from "./mergedCells.ts";
import type { Book } from "./readBook.ts";
import type { SheetNotes } from "./sheetNotes.ts";
import { type SheetRow, sheetRows } from "./sheetRows.ts";
import type { SheetTable } from "./sheetTable.ts";

/** A row of data of a sheet. */
export interface TableRow {
  /** As Excel shows it. */
  readonly number: number;
  /** Text by canonical name, for the job's columns that the sheet has. */
  readonly values: ReadonlyMap<string, string>;
}

/** The row's values under the job's columns. A number merged over several rows counts once: it is not spread. */
const valuesOf = (
  table: SheetTable,
  row: SheetRow,
  spread: readonly string[],
  notes: SheetNotes,
): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const [name, position] of table.positions) {
    const own = row.cells[position] ?? "";
    const text = spread[position] ?? "";
    const isMergedNumber = own === "" && text !== "" && table.counts.has(name);
    if (isMergedNumber) notes.cell("mergedNumber", `${columnLetters(position)}${row.number}`);
    values.set(name, isMergedNumber ? "" : text);
  }
  return values;
};

/** The row with its numbers as the columns that they stand in read them: their digits, or what is shown of a code or a text. */
const withNumbers = (table: SheetTable, row: SheetRow, notes: SheetNotes): SheetRow => {
  const cells = [...row.cells];
  for (const [column, { digits = "", shown, percent }] of row.numbers) {
    const type = table.types.get(column);
    if (type === undefined) continue;
    const isShare = type === "percent" || type === "number";
    if (type !== "text" && type !== "code") cells[column] = isShare && percent ? percent : typedNumber(digits, type);
    else if (shown === undefined) {
      cells[column] = "";
      notes.cell("unshown", `${columnLetters(column)}${row.number}`);
    }
  }
  return { ...row, cells };
};

const noteFaults = (row: SheetRow, notes: SheetNotes): void => {
  for (const { address, shows } of row.faults) {
    notes.cell(shows === "" ? "noResult" : "error", shows === "" ? address : `${address} (${shows})`);
  }
};

const noteCellsOutside = (table: SheetTable, row: SheetRow, notes: SheetNotes): void => {
  const { headers } = table.header;
  for (const [column, text] of row.cells.entries()) {
    if (text.trim() === "" || !isBlankRow(headers[column] ?? [])) continue;
    notes.cell("outside", `${columnLetters(column)}${row.number}`);
  }
};

/** Rows of data below a sheet's header, a batch at a time. What is left out or doubtful goes to `notes`, totals to `totals`. */
export async function* tableRows(
  book: Book,
  table: SheetTable,
  notes: SheetNotes,
  totals: TotalsCheck,
): AsyncGenerator<readonly TableRow[]> {
  const { bottom } = table.header;
  const classify = createRowClassifier(table);
  const spreadMerges = createMergeSpreader(table.merges, bottom + 1);
  let hasData = false;
  for await (const batch of sheetRows(book, table.sheet)) {
    const rows: TableRow[] = [];
    for (const read of batch) {
      if (read.number <= bottom) continue;
      const row = withNumbers(table, read, notes);
      const { spread, wide } = spreadMerges(row);
      noteFaults(row, notes);
      if (isBlankRow(row.cells)) continue;
      const found = classify({ own: row.cells, spread, wide });
      const told = (): Map<string, string> =>
        new Map([...table.counts].map(([name, position]) => [name, row.cells[position] ?? ""]));
      if (row.isHidden) notes.row("hidden", row.number);
      if (found.kind === "data") {
        noteCellsOutside(table, row, notes);
        const values = valuesOf(table, row, spread, notes);
        totals.addRow(new Map([...table.counts.keys()].map((name) => [name, values.get(name) ?? ""])));
        rows.push({ number: row.number, values });
        hasData = true;
        continue;
      }
      notes.row(found.kind, row.number);
      // A total above its rows stands for those below, like a heading.
      if (found.kind === "total" && hasData) totals.addTotal(row.number, told(), found.label);
      else if (found.kind === "total") totals.addGroup(row.number, told(), "whole");
      else if (found.kind === "group") totals.addGroup(row.number, told(), found.level);
    }
    if (rows.length > 0) yield rows;
  }
  totals.endSheet();
}
