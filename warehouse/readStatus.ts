import { z } from "zod";
import { type AppliedMigration, readAppliedMigrations } from "./applyMigrations.ts";
import { readMigrationFiles } from "./migrationFiles.ts";
import type { Warehouse } from "./Warehouse.ts";

const table = z.object({ name: z.string(), rows: z.number(), bytes: z.number() });
const publication = z.object({
  number: z.number(),
  job: z.string(),
  batch: z.string(),
  dataset: z.string(),
  rows: z.number(),
  first_date: z.string(),
  last_date: z.string(),
  published_at: z.string(),
  withdrawn: z.boolean(),
});

export interface WarehouseStatus {
  url: string;
  /** "embedded chdb" or "ClickHouse". */
  engine: string;
  version: string;
  applied: AppliedMigration[];
  /** Names of migrations that are still to be applied. */
  pending: string[];
  /** Tables of ours with their rows and compressed bytes. */
  tables: z.infer<typeof table>[];
  /** The newest publications, newest first. */
  publications: z.infer<typeof publication>[];
}

/** What stands in the warehouse; works before the first migration. */
export const readStatus = async (warehouse: Warehouse): Promise<WarehouseStatus> => {
  const [version, applied, files, tables] = await Promise.all([
    warehouse.query("SELECT version() AS version", { schema: z.object({ version: z.string() }) }),
    readAppliedMigrations(warehouse),
    readMigrationFiles(),
    warehouse.query(
      `SELECT concat(database, '.', name) AS name, ifNull(total_rows, 0) AS rows, ifNull(total_bytes, 0) AS bytes
       FROM system.tables AS t
       WHERE database IN ('mart', 'ops', 'landing') AND engine LIKE '%MergeTree' AND NOT startsWith(t.name, 'lock_')
       ORDER BY database, t.name`,
      { schema: table },
    ),
  ]);
  const hasPublications = tables.some(({ name }) => name === "ops.publications");
  const names = new Set(applied.map(({ name }) => name));
  return {
    url: warehouse.url,
    engine: warehouse.isEmbedded ? "embedded ClickHouse (chdb)" : "ClickHouse",
    version: version[0]?.version ?? "",
    applied,
    pending: files.map(({ name }) => name).filter((name) => !names.has(name)),
    tables,
    publications: hasPublications
      ? await warehouse.query(
          `SELECT publication_number AS number, job, batch_code AS batch, dataset, row_count AS rows,
             toString(first_date) AS first_date, toString(last_date) AS last_date,
             formatDateTime(published_at, '%Y-%m-%d %H:%i:%S') AS published_at, is_withdrawal AS withdrawn
           FROM ops.publications ORDER BY publication_number DESC LIMIT 10`,
          { schema: publication },
        )
      : [],
  };
};
