import { z } from "zod";
import { type MigrationFile, migrationsFolder, readMigrationFiles } from "./migrationFiles.ts";
import { renderStatement } from "./renderStatement.ts";
import { splitStatements } from "./splitStatements.ts";
import { UserError } from "./UserError.ts";
import type { Warehouse } from "./Warehouse.ts";

export interface AppliedMigration {
  name: string;
  checksum: string;
  appliedAt: string;
}

const appliedRow = z
  .object({ name: z.string(), checksum: z.string(), applied_at: z.string() })
  .transform((row): AppliedMigration => ({ name: row.name, checksum: row.checksum, appliedAt: row.applied_at }));

/** What must stand before the ledger of migrations and the lock can. */
const bootstrap = [
  "CREATE DATABASE IF NOT EXISTS ops {on_cluster}",
  `CREATE TABLE IF NOT EXISTS ops.migrations {on_cluster}
   (
     name String COMMENT 'File name without .sql',
     checksum String COMMENT 'SHA-256 of the file',
     applied_at DateTime64(3, 'UTC')
   )
   ENGINE = {replicated}MergeTree
   ORDER BY name
   COMMENT 'One row per migration applied.'`,
  `CREATE TABLE IF NOT EXISTS ops.reference_loads {on_cluster}
   (
     version String COMMENT 'SHA-256 of the reference rows',
     loaded_at DateTime64(3, 'UTC')
   )
   ENGINE = {replicated}MergeTree
   ORDER BY loaded_at
   COMMENT 'One row per load of the reference data (units, places, vaccines, campaigns) that ships with the product.'`,
];

/** Creates the database and the tables that record migrations; harmless where they stand. */
export const prepareLedger = async (warehouse: Warehouse): Promise<void> => {
  for (const template of bootstrap) await warehouse.command(renderStatement(template, warehouse));
};

/** What `ops.migrations` records, in order; empty for a warehouse that was never migrated. */
export const readAppliedMigrations = async (warehouse: Warehouse): Promise<AppliedMigration[]> => {
  const known = await warehouse.query("SELECT name FROM system.tables WHERE database = 'ops' AND name = 'migrations'", {
    schema: z.object({ name: z.string() }),
  });
  if (known.length === 0) return [];
  return warehouse.query(
    "SELECT name, any(checksum) AS checksum, min(applied_at) AS applied_at FROM ops.migrations GROUP BY name ORDER BY name",
    {
      schema: appliedRow,
    },
  );
};

/** The files still to apply. Refuses a warehouse whose applied migrations are not those of this product. */
const pendingMigrations = (files: MigrationFile[], applied: AppliedMigration[]): MigrationFile[] => {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum } of applied) {
    const file = byName.get(name);
    if (file === undefined) {
      throw new UserError(`The migration ${name} was applied to this warehouse, but its file is missing`, {
        fix: "the warehouse was migrated by a newer or another version of the product: run that version, or use another DATA_DIR",
      });
    }
    if (file.checksum !== checksum) {
      throw new UserError(`The migration ${name} was edited after it had been applied to this warehouse`, {
        fix: `restore warehouse/migrations/${name}.sql as it was and put the change into a new migration; for a warehouse that may be lost, use an empty DATA_DIR`,
      });
    }
  }
  const appliedNames = new Set(applied.map(({ name }) => name));
  const pending = files.filter((file) => !appliedNames.has(file.name));
  const last = applied.at(-1)?.name ?? "";
  const late = pending.find((file) => file.name < last);
  if (late !== undefined) {
    throw new UserError(`The migration ${late.name} comes before ${last}, which is already applied`, {
      fix: "give it the next free number",
    });
  }
  return pending;
};

/** The files still to apply, in order. */
export const readPendingMigrations = async (
  warehouse: Warehouse,
  folder: string = migrationsFolder,
): Promise<MigrationFile[]> =>
  pendingMigrations(await readMigrationFiles(folder), await readAppliedMigrations(warehouse));

const apply = async (warehouse: Warehouse, file: MigrationFile): Promise<void> => {
  for (const [index, template] of splitStatements(file.sql).entries()) {
    try {
      await warehouse.command(renderStatement(template, warehouse));
    } catch (cause) {
      throw new UserError(
        `Migration ${file.name}, statement ${index + 1} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause, fix: "correct the cause, then run npm run warehouse -- migrate again; it goes on where it stopped" },
      );
    }
  }
  await warehouse.command("INSERT INTO ops.migrations SELECT {name:String}, {checksum:String}, now64(3)", {
    params: { name: file.name, checksum: file.checksum },
  });
};

/**
 * Applies the migrations of `folder` that are missing, in order; returns their names. Every statement must be safe to run
 * twice (IF NOT EXISTS, OR REPLACE), because a killed run starts its file again. The caller has
 * called `prepareLedger` and holds the migration lock.
 * @throws UserError if an applied migration was edited or is missing
 */
export const applyMigrations = async (warehouse: Warehouse, folder: string = migrationsFolder): Promise<string[]> => {
  const pending = await readPendingMigrations(warehouse, folder);
  for (const file of pending) await apply(warehouse, file);
  return pending.map(({ name }) => name);
};
