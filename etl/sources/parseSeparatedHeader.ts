import { type FoundHeader, findHeader, type HeadRow } from "./findHeader.ts";
import type { ColumnsOfJob } from "./matchColumns.ts";
import type { Header } from "./matchHeaders.ts";
import { isBlankRow, isColumnNumberRow, isUnitRow } from "./rowKinds.ts";

const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

export interface SeparatedHeader {
  readonly delimiter: Delimiter;
  readonly headers: readonly Header[];
  /** Records before the first of data: blank ones, titles, the header's, column numbers, units. */
  readonly skippedLines: number;
  /** Empty fields behind the header's that the first rows have at most. */
  readonly emptyFieldsBehind: number;
  /** Cells of the records down to the header, and of those passed over below it. */
  readonly head: readonly (readonly string[])[];
  /** Of the first records of data. */
  readonly body: readonly (readonly string[])[];
}

/** Records looked at for a header. */
const headRecords = 100;

/** Records at the start of separated text. The last may be cut off. */
const splitRecords = (text: string, delimiter: Delimiter): string[][] => {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let isQuoted = false;
  const endField = (): void => {
    record.push(field.trim());
    field = "";
  };
  for (let index = 0; index < text.length && records.length < headRecords; index++) {
    const character = text[index] ?? "";
    if (isQuoted && character === '"' && text[index + 1] === '"') {
      field += '"';
      index++;
    } else if (character === '"' && (isQuoted || field.trim() === "")) isQuoted = !isQuoted;
    else if (isQuoted) field += character;
    else if (character === delimiter) endField();
    else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[index + 1] === "\n") index++;
      endField();
      records.push(record);
      record = [];
    } else field += character;
  }
  if (records.length < headRecords) {
    endField();
    records.push(record);
  }
  return records;
};

/** Records between the header and the data that are no data. */
const linesBelow = (records: readonly (readonly string[])[], bottom: number): number => {
  let count = 0;
  for (const record of records.slice(bottom)) {
    if (!isColumnNumberRow(record) && !isUnitRow(record)) break;
    count++;
  }
  return count;
};

/**
 * Finds the header at the start of separated text, and the separator with which it names most of the job's columns, or, where
 * none does, has most fields. Undefined: no line has text.
 */
export const parseSeparatedHeader = (head: string, job: Pick<ColumnsOfJob, "columns">): SeparatedHeader | undefined => {
  const text = head.replace(/^\uFEFF/, "");
  let best: (SeparatedHeader & Pick<FoundHeader, "score">) | undefined;
  for (const delimiter of delimiters) {
    const records = splitRecords(text, delimiter);
    const rows = records.map((cells, index): HeadRow => ({ number: index + 1, cells }));
    const found = findHeader(job, rows);
    if (found === undefined) continue;
    // A field without a name is a field all the same: the rows have it too.
    let width = Math.max(...records.slice(found.top - 1, found.bottom).map((record) => record.length));
    // But for those at the end that are empty in all rows: a comma that ends every line, or the header's alone.
    const isEmpty = (position: number): boolean =>
      records.slice(found.bottom).every((cells) => (cells[position] ?? "") === "");
    while (width > found.headers.length && isEmpty(width - 1)) width--;
    const headers = Array.from({ length: width }, (_, column) => found.headers[column] ?? []);
    const isBetter =
      best === undefined ||
      found.score > best.score ||
      (found.score === best.score && headers.length > best.headers.length);
    if (!isBetter) continue;
    const skippedLines = found.bottom + linesBelow(records, found.bottom);
    const behind = records
      .slice(skippedLines)
      .map((cells) => (isBlankRow(cells.slice(width)) ? cells.length - width : 0));
    const emptyFieldsBehind = Math.max(1, ...behind);
    best = {
      delimiter,
      headers,
      skippedLines,
      emptyFieldsBehind,
      score: found.score,
      head: records.slice(0, skippedLines),
      body: records.slice(skippedLines),
    };
  }
  return best;
};
