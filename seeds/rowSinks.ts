import { closeSync, openSync, writeSync } from "node:fs";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";

/** Takes rows of text, in the order of its columns, and writes them as they come. */
export interface RowSink {
  readonly rows: number;
  write(values: readonly string[]): void;
  /** Closing twice does nothing more. */
  close(): void;
}

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

function writeAll(file: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done);
}

const ROW_GROUP_ROWS = 50_000;

/** Every column is text, as in the CSV: what cannot be a date or a number stays as it was typed. */
export class ParquetSink implements RowSink {
  rows = 0;
  private readonly columns: { name: string; data: string[]; type: "STRING" }[];
  private readonly writer: ParquetWriter;
  private readonly file: number;
  private readonly buffer = new ByteWriter();
  private isClosed = false;

  constructor(path: string, columns: readonly string[]) {
    this.file = openSync(path, "w");
    this.columns = columns.map((name) => ({ name, data: [], type: "STRING" }));
    this.writer = new ParquetWriter({
      writer: this.buffer,
      createdBy: "moh-health-dashboard seeds",
      schema: [
        { name: "root", num_children: columns.length },
        ...columns.map((name) => ({
          name,
          type: "BYTE_ARRAY" as const,
          converted_type: "UTF8" as const,
          repetition_type: "REQUIRED" as const,
        })),
      ],
    });
  }

  write(values: readonly string[]): void {
    this.rows++;
    for (let index = 0; index < this.columns.length; index++) this.columns[index]?.data.push(values[index] ?? "");
    if (this.rows % ROW_GROUP_ROWS === 0) this.flush();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.flush();
    this.writer.finish();
    this.drain();
    closeSync(this.file);
  }

  private flush(): void {
    if ((this.columns[0]?.data.length ?? 0) === 0) return;
    this.writer.write({ columnData: this.columns, rowGroupSize: ROW_GROUP_ROWS });
    for (const column of this.columns) column.data = [];
    this.drain();
  }

  /** Offsets in the footer count from the file's start: only the filled bytes go, the writer's offset stays. */
  private drain(): void {
    writeAll(this.file, new Uint8Array(this.buffer.buffer, 0, this.buffer.index));
    this.buffer.index = 0;
  }
}
