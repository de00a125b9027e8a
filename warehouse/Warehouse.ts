import type { Readable } from "node:stream";
import type { z } from "zod";

/** Value of a server-side parameter `{name:Type}`. */
export type ParameterValue = string | number | bigint | boolean | readonly (string | number | bigint)[];
export type Parameters = Readonly<Record<string, ParameterValue>>;
export type Settings = Readonly<Record<string, string | number | boolean>>;

export interface StatementOptions {
  params?: Parameters | undefined;
  settings?: Settings | undefined;
  /** Aborting rejects with the signal's reason and kills the statement in the warehouse. */
  signal?: AbortSignal | undefined;
}

export interface QueryOptions<T> extends StatementOptions {
  /** Shape of one row. */
  schema: z.ZodType<T>;
}

export interface InsertStreamOptions extends StatementOptions {
  /** How `body` is compressed already; it is passed on as it is. The embedded engine refuses zstd. */
  contentEncoding?: "gzip" | "zstd" | "deflate" | "br" | undefined;
}

/**
 * An open warehouse. Statements name the database of every table (`mart.fct_doses`).
 * Failures of ClickHouse are `WarehouseError`s with its own text, code and query id. The text of a failed insert may quote
 * the data: where that is personal, tell and log `code` and `type` only.
 */
export interface Warehouse {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly cluster: string | undefined;
  /** True: our own engine on DATA_DIR; false: the ClickHouse at CLICKHOUSE_URL. */
  readonly isEmbedded: boolean;

  /**
   * Rows of a SELECT, each parsed with `schema`. 64-bit integers arrive as numbers, so that counts and load ids
   * (below 2^53) need no conversion; 128-bit keys must be selected with `toString(key)`.
   */
  query<T>(sql: string, options: QueryOptions<T>): Promise<T[]>;
  /** The rows of a SELECT as bytes of a ClickHouse format, for example CSVWithNames or Parquet, at the reader's pace. */
  stream(sql: string, options: StatementOptions & { format: string }): Promise<Readable>;
  /** A statement without rows to read: DDL, INSERT … SELECT, ALTER. */
  command(sql: string, options?: StatementOptions): Promise<{ queryId: string; writtenRows: number }>;
  /**
   * `sql` is an INSERT that ends in `FORMAT <name>`; `body` is its data, sent as it comes, at the pace ClickHouse takes it.
   * With `FROM input('…')` the data goes through a SELECT on its way. On failure `body` is destroyed.
   */
  insertStream(
    sql: string,
    body: Readable | AsyncIterable<Buffer> | Iterable<Buffer>,
    options?: InsertStreamOptions,
  ): Promise<{ writtenRows: number }>;
  /** Closes the connections, and the engine if `openWarehouse` started it. May be called twice. */
  close(): Promise<void>;
}
