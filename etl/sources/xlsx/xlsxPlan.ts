import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { openFormCheck } from "../../forms/checkForm.ts";
import type { Sentence } from "../../job.ts";
import { checkUtf8 } from "../checkUtf8.ts";
import type { Encoding } from "../detectFormat.ts";
import { refuseFontText } from "../explainTextFault.ts";
import { isFontText } from "../guessEncoding.ts";
import type { ColumnsOfJob } from "../matchColumns.ts";
import { refuseDamaged, refuseScaledRows, refuseScaledUnits, withoutHeader } from "../refuseSource.ts";
import { separatedPlan } from "../separatedPlan.ts";
import type { SourcePlan } from "../sourcePlan.ts";
import { TextFault } from "../TextFault.ts";
import { openWorkbook } from "./openWorkbook.ts";
import type { Book } from "./readBook.ts";
import { readTables, type Tables, type WorkbookReading } from "./readTables.ts";
import { XmlFault } from "./scanXml.ts";
import { openSheetTable, type SheetTable } from "./sheetTable.ts";

const batchBytes = 256 * 1024;

const csvLine = (fields: readonly string[]): string =>
  `${fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")}\n`;

const hasSameColumns = (one: SheetTable, other: SheetTable): boolean =>
  one.positions.size === other.positions.size && [...one.positions.keys()].every((name) => other.positions.has(name));

const chooseTables = (tables: readonly SheetTable[]): Tables => {
  const [best] = tables.toSorted((one, other) => other.header.score - one.header.score);
  if (best === undefined) return { read: [], others: [] };
  const read = best.header.score === 0 ? [best] : tables.filter((table) => hasSameColumns(table, best));
  return { read, others: tables.filter((table) => !read.includes(table)) };
};

/** The rows as CSV without header; on the way the whole file passes `onBytes` as it lies on disk. */
async function* csvOf(
  path: string,
  table: SheetTable,
  reading: WorkbookReading,
  onBytes: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  const disk: AsyncIterator<Buffer> = createReadStream(path, { highWaterMark: batchBytes })[Symbol.asyncIterator]();
  const passBytes = async (): Promise<boolean> => {
    const { value, done } = await disk.next();
    if (done !== true) onBytes(value);
    return done !== true;
  };
  let text = "";
  for await (const rows of reading.rows) {
    for (const { values } of rows) {
      text += csvLine([...table.positions.keys()].map((column) => values.get(column) ?? ""));
    }
    if (text.length < batchBytes) continue;
    await passBytes();
    yield Buffer.from(text);
    text = "";
  }
  while (await passBytes());
  yield Buffer.from(text);
}

const inCells: Sentence = { vi: "các ô chữ", en: "its cells of text" };

/** @throws RefusedFile where the texts that could be of an old font are; letters beyond Latin-1 are of none */
const refuseOldFonts = (name: string, { sharedStrings }: Book): void => {
  const text = sharedStrings.filter((each) => /[\u0080-\u00ff]/.test(each) && !/[\u0100-\uffff]/.test(each)).join("\n");
  if (isFontText(text)) throw refuseFontText(name, inCells, text);
};

/**
 * A workbook, for a job: the job's columns decide which rows of which sheets are headers.
 * @throws RefusedFile for one that cannot be read, has no header, or is a form that was changed
 */
export const xlsxPlan = async (
  path: string,
  name: string,
  job: ColumnsOfJob,
  encoding?: Encoding,
): Promise<SourcePlan> => {
  const book = await openWorkbook(path, name, encoding);
  if (encoding === undefined) refuseOldFonts(name, book);
  const form = await openFormCheck(book, job, name);
  const tables: SheetTable[] = [];
  for (const sheet of book.sheets) {
    if (form?.isOwnSheet(sheet.name) === true) continue;
    const table = await openSheetTable(job, book, sheet);
    if (table !== undefined) tables.push(table);
  }
  const chosen = chooseTables(tables);
  const [main] = chosen.read;
  if (main === undefined) throw withoutHeader(name);
  for (const { head, header, positions } of chosen.read) {
    const cellsOf = (isWanted: (row: number) => boolean): (readonly string[])[] =>
      head.filter(({ number }) => isWanted(number)).map(({ cells }) => cells);
    refuseScaledUnits(
      name,
      cellsOf((row) => row <= header.bottom + 2),
    );
    refuseScaledRows(
      name,
      header.headers,
      positions.values(),
      cellsOf((row) => row > header.bottom),
    );
  }
  const above = main.head.findLast((row) => row.number < main.header.top);
  form?.checkHeader(main.header.headers, above?.cells ?? []);
  const reading = readTables(book, chosen, form);
  const { headers } = main.header;
  // Only the job's columns pass: a stray cell far to the right makes a sheet 16,384 columns wide.
  const used = [...main.positions.values()];
  const plan = separatedPlan({
    headers: used.map((position) => headers[position] ?? []),
    formatName: form === undefined ? "XLSX" : "XLSX (biểu mẫu / form)",
    delimiter: ",",
    skippedLines: 0,
    openBody: (onBytes) =>
      pipeline(
        Readable.from(csvOf(path, main, reading, onBytes)),
        checkUtf8({ mayBeFontText: encoding !== undefined }),
        () => undefined,
      ),
    lateWarnings: () => reading.warnings,
    lateFindings: () => reading.findings,
  });
  return {
    ...plan,
    headers,
    inputColumn: (position) => plan.inputColumn(used.indexOf(position)),
    explain: async (error) => {
      if (error instanceof TextFault) return refuseFontText(name, inCells, error.sample.toString("utf8"), error);
      return error instanceof XmlFault ? refuseDamaged(name, error) : error;
    },
  };
};
