import type { Format } from "../format/createFormat.ts";
import { MISSING } from "../format/createFormat.ts";
import type { WhyCell } from "../url/whyCell.ts";

export interface FigureColumn {
  label: string;
  kind: "text" | "number" | "share" | "day";
}
/** The figures of a chart as a table: shown in its place, and written as CSV. */
export interface FigureTable {
  columns: FigureColumn[];
  rows: (string | number | null)[][];
  /** Where the figure of a cell comes from. */
  whyOf?(row: number, column: number): WhyCell | null;
}

/** A cell as people read it; the raw value stays in the CSV. */
export function formatCell(value: string | number | null, kind: FigureColumn["kind"], format: Format): string {
  if (value === null || value === "") return MISSING;
  if (typeof value === "string") return kind === "day" ? format.day(value) : value;
  return kind === "share"
    ? format.percent(value)
    : Number.isInteger(value)
      ? format.integer(value)
      : format.decimal(value);
}

/** RFC 4180, with a byte-order mark so that Excel reads the tone marks. Missing stays empty. */
export function toCsv(table: FigureTable): string {
  const lines = [table.columns.map((column) => column.label), ...table.rows];
  return `\ufeff${lines.map((line) => line.map(csvField).join(",")).join("\r\n")}\r\n`;
}

function csvField(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  // A text that begins like a formula would be run by a spreadsheet.
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Adds a column that says on every row what the figures are of: a file travels without its page. */
export function withMark(table: FigureTable, mark: { column: string; value: string } | null): FigureTable {
  if (!mark) return table;
  return {
    columns: [...table.columns, { label: mark.column, kind: "text" }],
    rows: table.rows.map((row) => [...row, mark.value]),
  };
}
