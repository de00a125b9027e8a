import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { dropPartition } from "./dropPartition.ts";
import { rollupTables } from "./loadTables.ts";

const partition = z.object({ tableName: z.string(), loadId: z.number() });

/** Only the holder of the publication lock writes these tables, so whatever is not published is left over from a dead run. */
export const dropUnpublishedChanges = async (warehouse: Warehouse): Promise<void> => {
  const partitions = await warehouse.query(
    `SELECT DISTINCT concat(database, '.', table) AS tableName, toUInt64OrZero(partition) AS loadId
     FROM system.parts
     WHERE active AND tableName IN {tables:Array(String)} AND loadId NOT IN (SELECT load_id FROM ops.publications)`,
    { params: { tables: rollupTables }, schema: partition },
  );
  for (const { tableName, loadId } of partitions) {
    const table = rollupTables.find((name) => name === tableName);
    if (table !== undefined) await dropPartition(warehouse, table, loadId);
  }
};
