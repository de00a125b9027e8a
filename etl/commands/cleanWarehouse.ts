import { randomUUID } from "node:crypto";
import { z } from "zod";
import { sourcesOfKind, tablesOf } from "../../warehouse/sources/sources.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { dropLeftovers, type Leftovers } from "../ledger/dropLeftovers.ts";
import { dropPartition } from "../publication/dropPartition.ts";
import { withPublicationLock } from "../publication/withPublicationLock.ts";

const superseded = z.object({ full_name: z.string(), load_id: z.number() });

/**
 * The rollup holds what was known of these on a past day, so their replaced facts are not needed. Everything else is read from
 * its facts, whatever the day, and stays.
 */
const registerTables = tablesOf(sourcesOfKind("register"));

/**
 * Drops what killed runs left, and the facts of loads that later ones of their batch replaced. Figures do not change:
 * none of it is visible.
 */
export const cleanWarehouse = async (
  warehouse: Warehouse,
  signal: AbortSignal,
): Promise<Leftovers & { readonly replacedLoads: number }> => {
  const leftovers = await dropLeftovers(warehouse);
  return withPublicationLock({ warehouse, runId: randomUUID(), signal }, async () => {
    const rows = await warehouse.query(
      `SELECT DISTINCT concat(database, '.', table) AS full_name, toUInt64OrZero(partition) AS load_id FROM system.parts
       WHERE active AND concat(database, '.', table) IN {tables:Array(String)}
         AND load_id IN (SELECT load_id FROM ops.publications)
         AND load_id NOT IN (
           SELECT argMax(load_id, publication_number) FROM ops.publications GROUP BY job, batch_code, dataset
           HAVING NOT argMax(is_withdrawal, publication_number))`,
      { params: { tables: registerTables }, schema: superseded },
    );
    for (const table of registerTables) {
      for (const row of rows.filter((each) => each.full_name === table))
        await dropPartition(warehouse, table, row.load_id);
    }
    return { ...leftovers, replacedLoads: new Set(rows.map((row) => row.load_id)).size };
  });
};
