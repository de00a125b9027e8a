import type { FormCheck } from "../../forms/checkForm.ts";
import type { Sentence } from "../../job.ts";
import { createTotalsCheck } from "../checkTotals.ts";
import type { FileFinding } from "../fileFinding.ts";
import { isBlankRow } from "../rowKinds.ts";
import type { Book } from "./readBook.ts";
import { createSheetNotes } from "./sheetNotes.ts";
import { sheetRows } from "./sheetRows.ts";
import type { SheetTable } from "./sheetTable.ts";
import { type TableRow, tableRows } from "./tableRows.ts";

/** The tables of a workbook that are read, one after another, and those with another header, which are not. */
export interface Tables {
  readonly read: readonly SheetTable[];
  readonly others: readonly SheetTable[];
}

export interface WorkbookReading {
  /** Rows of data in the order of sheets and rows, once. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
  /** What was found out on the way; complete when `rows` is read. */
  readonly warnings: readonly Sentence[];
  readonly findings: readonly FileFinding[];
}

const countRows = async (book: Book, { sheet }: SheetTable): Promise<number> => {
  let count = 0;
  for await (const batch of sheetRows(book, sheet)) count += batch.filter((row) => !isBlankRow(row.cells)).length;
  return count;
};

/** Reads the tables of a workbook as one. */
export const readTables = (book: Book, tables: Tables, form: FormCheck | undefined): WorkbookReading => {
  const warnings: Sentence[] = [];
  const findings: FileFinding[] = [];
  const totals = createTotalsCheck();

  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    let count = 0;
    for (const table of tables.read) {
      const { name, isHidden } = table.sheet;
      totals.beginSheet(name);
      const notes = createSheetNotes();
      const before = count;
      let firstRow = 0;
      for await (const batch of tableRows(book, table, notes, totals)) {
        const kept: TableRow[] = [];
        for (const row of batch) {
          if (form?.keep(row.values, count + 1) === false) continue;
          kept.push(row);
          count++;
        }
        firstRow ||= kept[0]?.number ?? 0;
        yield kept;
      }
      if (isHidden) {
        warnings.push({
          vi: `Trang "${name}" bị ẩn, vẫn được đọc`,
          en: `Sheet "${name}" is hidden, read all the same`,
        });
      }
      if (tables.read.length > 1 && count > before) {
        const range = `${before + 1}–${count}`;
        warnings.push({
          vi: `Trang "${name}": dòng dữ liệu ${range}, bắt đầu từ dòng ${firstRow} của trang`,
          en: `Sheet "${name}": data rows ${range}, from the sheet's row ${firstRow} on`,
        });
      }
      warnings.push(...notes.sentences(name));
    }
    for (const table of tables.others) {
      const { name } = table.sheet;
      const other = await countRows(book, table);
      warnings.push({
        vi: `Trang "${name}" có tiêu đề khác: ${other} dòng không được đọc`,
        en: `Sheet "${name}" has another header: ${other} rows were not read`,
      });
    }
    for (const { sheet, row, column, told, summed } of totals.differences()) {
      findings.push({ rule: "total_row_differs", row: 0, detail: `${sheet}!${row} ${column}: ${told} ≠ ${summed}` });
    }
    findings.push(...(form?.findings() ?? []));
    warnings.push(...(form?.warnings() ?? []));
  }
  return { rows: rows(), warnings, findings };
};
