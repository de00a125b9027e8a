import { z } from "zod";
import { rebuildPlaces } from "../areas/rebuildPlaces.ts";
import { renderStatement } from "../renderStatement.ts";
import { replaceRows } from "../replaceRows.ts";
import type { Warehouse } from "../Warehouse.ts";
import { type ReferenceTable, referenceData } from "./referenceTables.ts";

/** Whether the warehouse holds the reference rows of this version of the product. */
export const isReferenceCurrent = async (warehouse: Warehouse): Promise<boolean> => {
  const { version } = await referenceData();
  const rows = await warehouse.query("SELECT version FROM ops.reference_loads ORDER BY loaded_at DESC LIMIT 1", {
    schema: z.object({ version: z.string() }),
  });
  return rows[0]?.version === version;
};

const load = async (warehouse: Warehouse, { table, content, replacedBy }: ReferenceTable): Promise<void> =>
  replaceRows(warehouse, table, async (staging) => {
    await warehouse.insertStream(`INSERT INTO ${staging} FORMAT JSONEachRow`, [Buffer.from(content)]);
    if (replacedBy === undefined) return;
    // What files brought stays, and counts before ours.
    const fromFiles = `FROM ${table} FINAL WHERE NOT startsWith(source, 'reference')`;
    await warehouse.command(`DELETE FROM ${staging} WHERE (${replacedBy}) IN (SELECT ${replacedBy} ${fromFiles})`);
    await warehouse.command(`INSERT INTO ${staging} SELECT * ${fromFiles}`);
  });

/**
 * Loads the reference rows: structures, units, mappings, vaccines, campaigns, codes, sources; then the places. Rows of units and mappings
 * whose `source` does not begin with "reference" came from files and are kept.
 */
export const loadReference = async (warehouse: Warehouse): Promise<void> => {
  const { version, tables, views } = await referenceData();
  for (const table of tables) await load(warehouse, table);
  for (const { view, sql } of views) {
    await warehouse.command(renderStatement(`CREATE OR REPLACE VIEW ${view} {on_cluster} AS ${sql}`, warehouse));
  }
  await rebuildPlaces(warehouse);
  await warehouse.command("INSERT INTO ops.reference_loads SELECT {version:String}, now64(3)", { params: { version } });
};
