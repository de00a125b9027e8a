import { columnLetters, columnOf } from "./cellAddress.ts";
import { type CellNumber, cellNumber } from "./cellFormats.ts";
import type { Book, BookSheet } from "./readBook.ts";
import { attributeOf, createXmlScanner, partText, type XmlEvents, XmlFault } from "./scanXml.ts";

export interface SheetRow {
  /** As Excel shows it. */
  readonly number: number;
  readonly isHidden: boolean;
  /** Text of each cell from column A, as Excel shows it; "" where there is none. Line breaks are spaces. */
  readonly cells: readonly string[];
  /** Cells that are numbers, by column. What they mean depends on the column. */
  readonly numbers: ReadonlyMap<number, CellNumber>;
  /** Cells without a usable value: what Excel shows (`#REF!`), or "" for a formula without a result. They read as empty. */
  readonly faults: readonly { readonly address: string; readonly shows: string }[];
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
  isFormula: boolean;
  hasValue: boolean;
}

type OpenRow = { -readonly [key in keyof SheetRow]: SheetRow[key] } & {
  cells: string[];
  numbers: Map<number, CellNumber>;
  faults: { address: string; shows: string }[];
};

const sharedString = (book: Book, index: string): string => {
  if (index.trim() === "") return "";
  const text = book.sharedStrings[Number(index)];
  if (text === undefined) throw new XmlFault(`no shared text ${index}`);
  return text;
};

const textOf = (book: Book, cell: OpenCell): string => {
  switch (cell.type) {
    case "s":
      return sharedString(book, cell.text);
    case "b":
      return cell.text === "1" ? "true" : cell.text === "0" ? "false" : cell.text;
    case "d":
      return cell.text.replace(/T00:00:00(\.0+)?Z?$/, "").replace("T", " ");
    default:
      return book.meant(cell.text);
  }
};

/** The text of a cell; a number is kept as one in the row, too. */
const readValue = (book: Book, cell: OpenCell, row: OpenRow): string => {
  if (cell.type !== "n") return textOf(book, cell);
  if (!cell.hasValue) return "";
  const number = cellNumber(cell.text, book.formats[cell.style] ?? "number", book.is1904);
  if (number.digits !== undefined) row.numbers.set(cell.column, number);
  return number.shown ?? number.digits ?? "";
};

/** Follows a sheet's XML and gives each row that is complete to `onRow`. */
const rowEvents = (book: Book, onRow: (row: SheetRow) => void): XmlEvents => {
  let row: OpenRow | undefined;
  let cell: OpenCell | undefined;
  let isValue = false;
  let isPhonetic = false;
  let lastRow = 0;
  const endCell = (): void => {
    if (row === undefined || cell === undefined) return;
    const address = `${columnLetters(cell.column)}${row.number}`;
    const isError = cell.type === "e";
    const hasNoResult = cell.isFormula && (!cell.hasValue || (cell.type === "n" && cell.text === ""));
    if (isError || hasNoResult) row.faults.push({ address, shows: isError ? cell.text : "" });
    while (row.cells.length < cell.column) row.cells.push("");
    row.cells[cell.column] = isError ? "" : readValue(book, cell, row).replace(/\s*[\r\n]+\s*/g, " ");
  };
  return {
    open: (name, attributes) => {
      if (name === "row") {
        const number = Number(attributeOf(attributes, "r") ?? lastRow + 1);
        lastRow = number;
        const isHidden = /^(1|true)$/.test(attributeOf(attributes, "hidden") ?? "");
        row = { number, isHidden, cells: [], numbers: new Map(), faults: [] };
      } else if (name === "c") {
        cell = {
          column: columnOf(attributeOf(attributes, "r") ?? "") ?? row?.cells.length ?? 0,
          type: attributeOf(attributes, "t") ?? "n",
          style: Number(attributeOf(attributes, "s") ?? 0),
          ...{ text: "", isFormula: false, hasValue: false },
        };
      } else if (name === "f" && cell !== undefined) cell.isFormula = true;
      else if (name === "rPh") isPhonetic = true;
      else if ((name === "v" || name === "t") && cell !== undefined && !isPhonetic) {
        isValue = true;
        cell.hasValue = true;
      }
    },
    text: (piece) => {
      if (isValue && cell !== undefined) cell.text += piece;
    },
    close: (name) => {
      if (name === "v" || name === "t") isValue = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "c") {
        endCell();
        cell = undefined;
      } else if (name === "row" && row !== undefined) {
        onRow(row);
        row = undefined;
      }
    },
  };
};

/** The rows of a sheet that it has, in its order, a batch at a time; empty rows may be missing. Memory stays constant. @throws XmlFault */
export async function* sheetRows(book: Book, sheet: BookSheet): AsyncGenerator<readonly SheetRow[]> {
  const content = await book.zip.read(sheet.part);
  if (content === undefined) throw new XmlFault(`no part ${sheet.part}`);
  let rows: SheetRow[] = [];
  const scanner = createXmlScanner(rowEvents(book, (row) => rows.push(row)));
  for await (const text of partText(content)) {
    scanner.write(text);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  scanner.end();
}
