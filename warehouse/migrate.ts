import { z } from "zod";
import { loadReference, referenceStatus } from "./areas/loadReference.ts";
import { type MigrationFile, migrationsFolder, readMigrationFiles } from "./migrationFiles.ts";
import { renderStatement } from "./renderStatement.ts";
import { splitStatements } from "./splitStatements.ts";
import { UserError } from "./UserError.ts";
import type { Warehouse } from "./Warehouse.ts";
import { withLock } from "./withLock.ts";

export interface MigrationReport {
  /** Names applied by this call, in order. */
  applied: string[];
  alreadyAppliedCount: number;
  isReferenceLoaded: boolean;
  milliseconds: number;
}

export interface AppliedMigration {
  name: string;
  checksum: string;
  appliedAt: string;
}

const appliedRow = z
  .object({ name: z.string(), checksum: z.string(), applied_at: z.string() })
  .transform((row): AppliedMigration => ({ name: row.name, checksum: row.checksum, appliedAt: row.applied_at }));

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
 * Brings the warehouse to this version: applies the migrations that are missing, in order, then the reference data if it
 * changed. Safe to run again, to kill, and to run in two processes at once. Every statement of a migration must be safe
 * to run twice (IF NOT EXISTS, OR REPLACE), because a killed run starts its file again.
 * @throws UserError if an applied migration was edited or is missing
 */
export const migrate = async (warehouse: Warehouse, folder: string = migrationsFolder): Promise<MigrationReport> => {
  const start = performance.now();
  const files = await readMigrationFiles(folder);
  const pendingNow = async () => pendingMigrations(files, await readAppliedMigrations(warehouse));
  const report = (applied: string[], isReferenceLoaded: boolean): MigrationReport => ({
    applied,
    alreadyAppliedCount: files.length - applied.length,
    isReferenceLoaded,
    milliseconds: Math.round(performance.now() - start),
  });

  if ((await pendingNow()).length === 0 && (await referenceStatus(warehouse)).isCurrent) return report([], false);
  for (const template of bootstrap) await warehouse.command(renderStatement(template, warehouse));
  return withLock(warehouse, "migration", async () => {
    const pending = await pendingNow();
    for (const file of pending) await apply(warehouse, file);
    const { isCurrent } = await referenceStatus(warehouse);
    if (!isCurrent) await loadReference(warehouse);
    return report(
      pending.map(({ name }) => name),
      !isCurrent,
    );
  });
};
