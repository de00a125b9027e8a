import { closeSync, openSync } from "node:fs";
import type { RowSink } from "./RowSink.ts";
import { writeAll } from "./writeAll.ts";

export interface CsvStyle {
  readonly delimiter: "," | ";" | "\t";
  readonly lineEnd: "\n" | "\r\n";
  readonly hasBom: boolean;
}
export const PLAIN_CSV: CsvStyle = { delimiter: ",", lineEnd: "\n", hasBom: false };
/** As a spreadsheet saves it in a Vietnamese locale. */
export const SPREADSHEET_CSV: CsvStyle = { delimiter: ";", lineEnd: "\r\n", hasBom: true };

const CSV_FLUSH_CHARACTERS = 1 << 18;

export class CsvSink implements RowSink {
  rows = 0;
  private text: string;
  private isClosed = false;
  private readonly file: number;
  private readonly style: CsvStyle;

  constructor(path: string, columns: readonly string[], style: CsvStyle = PLAIN_CSV) {
    this.file = openSync(path, "w");
    this.style = style;
    this.text = (style.hasBom ? "\uFEFF" : "") + columns.join(style.delimiter) + style.lineEnd;
  }

  write(values: readonly string[]): void {
    this.rows++;
    this.text += csvLine(values, this.style.delimiter) + this.style.lineEnd;
    if (this.text.length > CSV_FLUSH_CHARACTERS) this.flush();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeAll(this.file, Buffer.from(this.text, "utf8"));
    this.text = "";
  }
}

function csvLine(values: readonly string[], delimiter: string): string {
  const line = values.join(delimiter);
  // Quotes are rare: only then is each value looked at.
  const needed = line.includes('"') || line.includes("\n") || count(line, delimiter) >= values.length;
  return needed ? values.map((value) => quoted(value, delimiter)).join(delimiter) : line;
}

function quoted(value: string, delimiter: string): string {
  const special = value.includes(delimiter) || value.includes('"') || value.includes("\n");
  return special ? `"${value.replaceAll('"', '""')}"` : value;
}

function count(line: string, character: string): number {
  let found = 0;
  for (let at = line.indexOf(character); at >= 0; at = line.indexOf(character, at + 1)) found++;
  return found;
}
