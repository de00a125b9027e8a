import type { Readable } from "node:stream";
import type { Settings } from "../../warehouse/Warehouse.ts";
import type { Sentence } from "../job.ts";
import type { FileFinding } from "./fileFinding.ts";
import type { Header } from "./matchHeaders.ts";

/** How a file's bytes reach ClickHouse: what the INSERT says of them, and the stream itself. */
export interface SourcePlan {
  /** Column names as the file has them, in its order. */
  readonly headers: readonly Header[];
  /** Words for the run's report. */
  readonly formatName: string;
  /** ClickHouse's name of the format of `body`. */
  readonly format: "CSV" | "JSONEachRow" | "Parquet";
  /** Name of the column at a position in `input(…)`. */
  readonly inputColumn: (position: number) => string;
  /** Structure for `input(…)`, given the positions to be read. All are strings: anything else would cost twice to parse. */
  readonly structure: (positions: readonly number[]) => string;
  /**
   * SQL over the input columns at the positions to be read, and `row_number`: 0, or the number of one of `shapeRules`, from 1.
   */
  readonly shapeFault: (positions: readonly number[]) => string;
  readonly settings: Settings;
  /** The whole content, once. `onBytes` is called with each chunk of the file as it lies on disk. */
  readonly openBody: (onBytes: (chunk: Buffer) => void) => Readable;
  /** SQL over the input columns: true for a row with nothing in it, which is no row. Undefined: there are none. */
  readonly isBlankRow?: string;
  /** What an error of reading the body, or of ClickHouse about it, means to the file's owner; the error itself where it means nothing. */
  readonly explain?: (error: unknown) => Promise<unknown>;
  /** Warnings that are known only when the body has been read. */
  readonly lateWarnings: () => readonly Sentence[];
  /** Likewise: findings about the file. */
  readonly lateFindings: () => readonly FileFinding[];
}

/** A name inside backticks. The names come from files. */
export const quoteIdentifier = (name: string): string => `\`${name.replace(/[\\`]/g, (mark) => `\\${mark}`)}\``;

/** A string literal, for the one place that takes no parameter: the structure of `input(…)`. */
export const quoteLiteral = (text: string): string => `'${text.replace(/[\\']/g, (mark) => `\\${mark}`)}'`;
