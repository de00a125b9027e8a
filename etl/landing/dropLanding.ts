import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";

const table = z.object({ name: z.string() });

/** Drops the run's tables in database `landing`; views first, as they read the tables. */
export const dropLanding = async (warehouse: Warehouse, loadId: string): Promise<void> => {
  const tables = await warehouse.query(
    `SELECT name FROM system.tables WHERE database = 'landing' AND startsWith(name, {prefix:String})
     ORDER BY engine IN ('View', 'MaterializedView') DESC`,
    { params: { prefix: `load_${loadId}_` }, schema: table },
  );
  if (tables.length === 0) return;
  await warehouse.command(`DROP TABLE IF EXISTS ${tables.map(({ name }) => `landing.${name}`).join(", ")} SYNC`);
};
