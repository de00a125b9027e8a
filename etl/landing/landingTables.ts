import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { sampleLabelColumn } from "../commonColumns.ts";
import type { Job, SourceColumn } from "../job.ts";

export interface LandingTables {
  /** Every table of the run in database `landing` starts with this. */
  readonly prefix: string;
  /** All rows read, sound or not. */
  readonly raw: string;
  /** Rows of sound form: what a job's `cleanse` reads. */
  readonly rows: string;
  readonly verdicts: string;
}

export const landingTables = (loadId: string): LandingTables => {
  const prefix = `landing.load_${loadId}_`;
  return { prefix, raw: `${prefix}raw`, rows: `${prefix}rows`, verdicts: `${prefix}verdicts` };
};

/** SQL: the view of the rows that jobs read; of some columns something else than the raw text (`… AS column`). */
export const rowsView = ({ rows, raw }: LandingTables, instead: readonly string[] = []): string =>
  `CREATE OR REPLACE VIEW ${rows} AS SELECT * EXCEPT shape_fault${instead.length === 0 ? "" : ` REPLACE (${instead.join(", ")})`}
   FROM ${raw} WHERE shape_fault = 0`;

/** The job's columns and those that every source may have. */
export const landedColumns = (job: Job): readonly SourceColumn[] =>
  job.columns.some((column) => column.name === sampleLabelColumn.name)
    ? job.columns
    : [...job.columns, sampleLabelColumn];

/**
 * Tables of one run. They live on the server the run talks to, whatever the cluster, and no longer than the run.
 */
export const createLandingTables = async (warehouse: Warehouse, job: Job, loadId: string): Promise<LandingTables> => {
  const tables = landingTables(loadId);
  const columns = [
    "file_number UInt16",
    "row_number UInt64",
    "shape_fault UInt8",
    ...landedColumns(job).map((column) => `${column.name} String`),
    ...(job.landingColumns ?? []).map((column) => `${column.name} ${column.type}`),
  ];
  await warehouse.command(`CREATE TABLE ${tables.raw} (${columns.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`);
  await warehouse.command(rowsView(tables));
  await warehouse.command(
    `CREATE TABLE ${tables.verdicts} (file_number UInt16, row_number UInt64, rule_code LowCardinality(String), place_key UInt32, detail String)
     ENGINE = MergeTree ORDER BY (file_number, row_number)`,
  );
  return tables;
};
