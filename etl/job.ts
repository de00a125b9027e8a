import type { SourceName } from "../warehouse/sources/sources.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";
import type { ColumnType } from "./sources/columnType.ts";

/** A sentence shown to users, in both languages of the product. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** A `reject` keeps the row out of the facts; a `finding` is counted and listed, and the row is accepted. */
export type Severity = "reject" | "finding";

export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: Sentence;
}

export interface SourceColumn {
  /** Canonical name; also the name of the column in the landing table and in exported rejects. */
  readonly name: string;
  readonly type: ColumnType;
  /** Other names accepted, matched as the canonical one is: ignoring case, tone marks, spaces, underscores, hyphens. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** Few distinct values in a file: rules of the column may be computed once per value instead of once per row. */
  readonly hasFewValues?: boolean;
  readonly description: Sentence;
  readonly example: string;
  /** The values a form offers in a list: codes and names that the job understands. */
  readonly choices?: readonly string[];
}

/**
 * The workbook that `etl template` gives out for a job, for an area and a month: one line for each facility of the area (with
 * facility code and name filled in and protected), or as many empty lines as somebody fills in.
 */
export interface Form {
  readonly rows: "facilities" | "empty";
  /** Columns of the sheet, in order. `facility_code`, `facility_name` and the month's column are filled in where they stand. */
  readonly columns: readonly string[];
  /** Filled with the month asked for. */
  readonly monthColumn?: string;
}

/** A row read by a job's own reader: canonical column to raw text. Columns left out are empty. */
export type SourceRow = Readonly<Record<string, string>>;

export interface SourceFile {
  readonly path: string;
  /** Base name, as shown and as stored in the ledger. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export type Dataset = "sample" | "real";

/** The keyed hash's key, as the two halves that `sipHash128Keyed((k0, k1), …)` takes; decimal text of UInt64. */
export interface HashKey {
  readonly k0: string;
  readonly k1: string;
}

export interface CleanseContext {
  readonly warehouse: Warehouse;
  /**
   * Qualified name of the landing table: file_number UInt16 (1 = files[0]), row_number UInt64 (data row in its file,
   * from 1), then one String column per `Job.columns` (raw text, '' where the file lacks it), then `Job.landingColumns`.
   */
  readonly landingTable: string;
  /**
   * Qualified name of a table to which `cleanse` writes one row per source row and rule it breaks:
   * (file_number UInt16, row_number UInt64, rule_code LowCardinality(String), place_key UInt32, detail String).
   * row_number 0 is a finding about the whole file. `detail` never holds personal data.
   */
  readonly verdictsTable: string;
  /** Prefix for further tables of this run in database `landing`; all of them are dropped when the run ends. */
  readonly landingPrefix: string;
  readonly files: readonly SourceFile[];
  readonly readCount: number;
  readonly runId: string;
  /** UInt64 as decimal text; every row written carries it. */
  readonly loadId: string;
  readonly batchCode: string;
  readonly dataset: Dataset;
  /** One row stands for this many; 1 for real data. */
  readonly sampleScale: number;
  /** YYYY-MM-DD: no fact may be later. */
  readonly asOf: string;
  readonly hashKey: HashKey;
  readonly signal: AbortSignal;
}

export interface CleanseResult {
  /** Source rows accepted, counted from what was written. The run asserts accepted + rejected = read. */
  readonly acceptedCount: number;
  /** Fact rows written under the load. */
  readonly factCount: number;
  /** YYYY-MM-DD of the earliest and latest fact; undefined when nothing was accepted or the job has no dates. */
  readonly firstDate: string | undefined;
  readonly lastDate: string | undefined;
}

export interface LandingColumn {
  readonly name: string;
  readonly type: string;
  /** Over the String columns; may use {k0:UInt64}, {k1:UInt64} (hash key) and {as_of:Date}. */
  readonly expression: string;
}

/** A replacement that loses more of its batch's rows than this is held back, unless the job says another share. */
export const defaultShrinkLimitPercent = 50;

/** What the command says of files whose shape does not say it. */
export interface ShapeRequest {
  /** YYYY-MM-DD, if it was given; the run takes today for it otherwise. */
  readonly asOf: string | undefined;
}

/**
 * How a source of warehouse/sources is read, cleansed and published. The run reads files into a landing table of strings, calls `cleanse` (holding the publication
 * lock), writes rejects and findings from the verdicts, asserts the count, and publishes.
 */
export interface Job {
  readonly name: SourceName;
  readonly columns: readonly SourceColumn[];
  /** Of each group at least one column must be present, e.g. [["province_code", "province_name"]]. */
  readonly anyOf?: readonly (readonly string[])[];
  readonly rules: readonly Rule[];
  /** Columns computed once while landing. */
  readonly landingColumns?: readonly LandingColumn[];
  /** Files taken when the command names none (reference data that ships with the product). */
  readonly defaultFiles?: readonly string[];
  /** Of a batch's rows, how many in 100 a later load may lose without being held back; `defaultShrinkLimitPercent` if not given. */
  readonly shrinkLimitPercent?: number;
  /** Undefined: the job gives out no workbook, only a CSV of its columns. */
  readonly form?: Form;
  /** A shape of file that only this job knows, read as it is. Undefined: not that shape, read it as a table. Small files only. */
  readonly readShape?: (
    path: string,
    request: ShapeRequest,
  ) => Promise<AsyncIterable<SourceRow> | Iterable<SourceRow> | undefined>;
  readonly cleanse: (context: CleanseContext) => Promise<CleanseResult>;
  /** Replaces `publishLoad` for a job whose tables are not read by load (areas). Called holding the publication lock. */
  readonly publish?: (request: PublishRequest) => Promise<void>;
}

/** What the publication needs to fill the rollup and make the load visible. Called holding the publication lock. */
export interface PublishRequest {
  readonly warehouse: Warehouse;
  readonly job: string;
  readonly loadId: string;
  readonly runId: string;
  readonly batchCode: string;
  readonly dataset: Dataset;
  readonly sampleScale: number;
  readonly files: readonly SourceFile[];
  readonly asOf: string;
  /** Rows in the job's fact tables. */
  readonly rowCount: number;
  readonly firstDate: string | undefined;
  readonly lastDate: string | undefined;
  /** The batch has no rows from here on: loadId has no facts, the rollup takes the batch's figures back. */
  readonly isWithdrawal: boolean;
  readonly signal: AbortSignal;
}

/**
 * etl/publication/withPublicationLock.ts: `export const withPublicationLock: WithPublicationLock`.
 * Waits for the lock (taking it over from a dead run), works, and always releases it. `onWait` is called once when another run holds it.
 */
export type WithPublicationLock = <T>(
  request: {
    readonly warehouse: Warehouse;
    readonly runId: string;
    readonly signal: AbortSignal;
    readonly onWait?: (ownerRunId: string) => void;
  },
  work: () => Promise<T>,
) => Promise<T>;
