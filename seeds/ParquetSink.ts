import { closeSync, openSync } from "node:fs";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { RowSink } from "./RowSink.ts";
import { writeAll } from "./writeAll.ts";

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
