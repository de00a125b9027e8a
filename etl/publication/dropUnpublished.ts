import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { dropPartition, type LoadTable } from "./dropPartition.ts";

const rollupTables: readonly LoadTable[] = [
  "mart.agg_vaccination_by_day",
  "landing.rollup_subjects",
  "landing.rollup_changes",
];
const factTables: readonly LoadTable[] = [
  "mart.fct_doses",
  "mart.fct_verifications",
  "mart.fct_certificates",
  "mart.fct_administered_reports",
  "mart.fct_populations",
  "mart.fct_official_totals",
  "mart.dim_facilities",
];

const partition = z.object({ tableName: z.string(), loadId: z.number() });

const dropWhere = async (warehouse: Warehouse, tables: readonly LoadTable[], condition: string): Promise<void> => {
  const partitions = await warehouse.query(
    `SELECT DISTINCT concat(database, '.', table) AS tableName, toUInt64OrZero(partition) AS loadId
     FROM system.parts
     WHERE active AND tableName IN {tables:Array(String)}
       AND loadId NOT IN (SELECT load_id FROM ops.publications) AND ${condition}`,
    { params: { tables }, schema: partition },
  );
  for (const { tableName, loadId } of partitions) {
    const table = tables.find((name) => name === tableName);
    if (table !== undefined) await dropPartition(warehouse, table, loadId);
  }
};

/** Only the holder of the publication lock writes these tables, so whatever is not published is left over from a dead run. */
export const dropUnpublishedChanges = (warehouse: Warehouse): Promise<void> =>
  dropWhere(warehouse, rollupTables, "true");

/**
 * Drops the facts of runs that never published them and run no more, and the rejects and findings of those that died.
 * A run that ended in order keeps its rejects and findings: they say why it did not publish.
 */
export const dropDeadLoads = async (warehouse: Warehouse): Promise<void> => {
  const isRunning = "status = 'running' AND heartbeat_at > now64(3) - INTERVAL 1 MINUTE";
  const started = "fromUnixTimestamp64Milli(toInt64(intDiv(loadId, 1000)))";
  // A load id tells when its run started; one that no run knows yet may be of a run about to be written down.
  const known = "loadId IN (SELECT load_id FROM ops.runs)";
  const running = `loadId IN (SELECT load_id FROM ops.runs FINAL WHERE ${isRunning})`;
  const died = `loadId IN (SELECT load_id FROM ops.runs FINAL WHERE status = 'running' AND NOT (${isRunning}))`;
  await dropWhere(warehouse, factTables, `NOT ${running} AND (${known} OR ${started} < now() - INTERVAL 1 HOUR)`);
  await dropWhere(warehouse, ["ops.rejects", "ops.findings"], died);
};
