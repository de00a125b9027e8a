import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Warehouse } from "./Warehouse.ts";
import { WarehouseError } from "./WarehouseError.ts";

/** Tables that are replaced whole; the names are part of SQL. */
export type ReplaceableTable =
  | "mart.dim_structures"
  | "mart.dim_areas"
  | "mart.dim_area_mappings"
  | "mart.dim_places"
  | "mart.dim_vaccines"
  | "mart.dim_campaigns"
  | "mart.dim_codes"
  | "mart.dim_sources";

const leftover = z.object({ name: z.string() });

/** Staging tables of processes that were killed. Nobody fills one for an hour. */
const dropLeftovers = async (warehouse: Warehouse): Promise<void> => {
  const tables = await warehouse.query(
    `SELECT name FROM system.tables WHERE database = 'landing' AND match(name, '^mart_dim_[a-z_]+_[0-9a-f]{32}$')
       AND metadata_modification_time < now() - INTERVAL 1 HOUR`,
    { schema: leftover },
  );
  for (const { name } of tables) await warehouse.command(`DROP TABLE IF EXISTS landing.${name} SYNC`);
};

/**
 * Replaces all rows of an unpartitioned table at once: `fill` writes them to an empty table of the same shape, which then
 * takes the place of the old rows. Readers see the old rows or the new ones, never a mixture, and no duplicates.
 */
export const replaceRows = async (
  warehouse: Warehouse,
  table: ReplaceableTable,
  fill: (staging: string) => Promise<void>,
): Promise<void> => {
  await dropLeftovers(warehouse);
  const staging = `landing.${table.replace(".", "_")}_${randomUUID().replaceAll("-", "")}`;
  await warehouse.command(`CREATE TABLE ${staging} AS ${table}`);
  try {
    await fill(staging);
    await warehouse.command(`ALTER TABLE ${table} REPLACE PARTITION tuple() FROM ${staging}`, {
      settings: { allow_replace_partition_from_empty_source: 1 },
    });
  } finally {
    await warehouse.command(`DROP TABLE IF EXISTS ${staging} SYNC`).catch((error: unknown) => {
      // A failure of the work keeps its own error; a later call drops what is left.
      if (!(error instanceof WarehouseError)) throw error;
    });
  }
};
