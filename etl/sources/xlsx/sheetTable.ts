import { addsUp, type ColumnType } from "../columnType.ts";
import { type FoundHeader, findHeader, type HeadRow } from "../findHeader.ts";
import type { ColumnsOfJob } from "../matchColumns.ts";
import { createHeaderMatcher } from "../matchHeaders.ts";
import { isBlankRow } from "../rowKinds.ts";
import type { CellRange } from "./cellAddress.ts";
import type { Book, BookSheet } from "./readBook.ts";
import { readMerges } from "./readMerges.ts";
import { sheetRows } from "./sheetRows.ts";

/** A sheet, where its table begins, and which of its columns are the job's. */
export interface SheetTable {
  readonly sheet: BookSheet;
  readonly header: FoundHeader;
  /** Rows from the sheet's first to a few below the header. */
  readonly head: readonly HeadRow[];
  readonly merges: readonly CellRange[];
  /** Canonical name to column, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** Types of the job's columns by position. */
  readonly types: ReadonlyMap<number, ColumnType>;
  /** Of each group a row of data fills at least one column. */
  readonly identity: readonly (readonly number[])[];
  /** Columns of codes, and those of codes, names and words. */
  readonly codes: ReadonlySet<number>;
  readonly words: ReadonlySet<number>;
  /** Columns of numbers that add up, by canonical name. */
  readonly counts: ReadonlyMap<string, number>;
}

const headRows = 80;

const readHead = async (book: Book, sheet: BookSheet): Promise<HeadRow[]> => {
  const rows: HeadRow[] = [];
  for await (const batch of sheetRows(book, sheet)) {
    rows.push(...batch.filter((row) => !isBlankRow(row.cells)));
    if (rows.length >= headRows) break;
  }
  return rows.slice(0, headRows);
};

/** Finds the table of a sheet for a job. Undefined: the sheet is empty. */
export const openSheetTable = async (
  job: ColumnsOfJob,
  book: Book,
  sheet: BookSheet,
): Promise<SheetTable | undefined> => {
  const head = await readHead(book, sheet);
  if (head.length === 0) return undefined;
  const merges = await readMerges(book, sheet);
  const header = findHeader(job, head, merges);
  if (header === undefined) return undefined;
  const { positions } = createHeaderMatcher(job.columns)(header.headers);
  const required = job.columns.filter((column) => column.required).map((column) => [column.name]);
  const identity = [...required, ...(job.anyOf ?? [])].map((names) =>
    names.flatMap((name) => positions.get(name) ?? []),
  );
  const counts = job.columns.flatMap((column): (readonly [string, number])[] => {
    const position = positions.get(column.name);
    return position === undefined || !addsUp(column.type) ? [] : [[column.name, position]];
  });
  const types = new Map(
    job.columns.flatMap(({ name, type }): (readonly [number, ColumnType])[] => {
      const position = positions.get(name);
      return position === undefined ? [] : [[position, type]];
    }),
  );
  const columnsOf = (...wanted: readonly ColumnType[]): ReadonlySet<number> =>
    new Set([...types].flatMap(([position, type]) => (wanted.includes(type) ? [position] : [])));
  const [codes, words] = [columnsOf("code"), columnsOf("code", "text")];
  return { sheet, header, head, merges, positions, types, identity, codes, words, counts: new Map(counts) };
};
