import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { dropPartition } from "./dropPartition.ts";
import type { LoadTable } from "./loadTables.ts";

const held = z.object({ fullName: z.string() });

/** Drops all rows of a load from those of the tables that have any. */
export const dropLoad = async (warehouse: Warehouse, tables: readonly LoadTable[], loadId: number): Promise<void> => {
  const holding = await warehouse.query(
    `SELECT DISTINCT concat(database, '.', table) AS fullName FROM system.parts
     WHERE active AND partition = {partition:String} AND fullName IN {tables:Array(String)}`,
    { params: { partition: String(loadId), tables }, schema: held },
  );
  for (const table of tables) {
    if (holding.some(({ fullName }) => fullName === table)) await dropPartition(warehouse, table, loadId);
  }
};
