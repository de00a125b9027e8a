import { renderStatement } from "../../warehouse/renderStatement.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { LoadTable } from "./loadTables.ts";

/** Drops all rows of a load from a table; does nothing where there are none. */
export const dropPartition = async (warehouse: Warehouse, table: LoadTable, loadId: number): Promise<void> => {
  if (!Number.isSafeInteger(loadId)) throw new TypeError(`not a load id: ${loadId}`);
  await warehouse.command(renderStatement(`ALTER TABLE ${table} {on_cluster} DROP PARTITION ${loadId}`, warehouse));
};
