import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { dropPartition, type LoadTable } from "../publication/dropPartition.ts";
import { isProcessGone, readLockOwner } from "../publication/lockOwner.ts";

export interface Leftovers {
  readonly landingTables: number;
  readonly loads: number;
}

const landingTable = z.object({ name: z.string(), load_id: z.number(), comment: z.string() });
const liveLoad = z.object({ load_id: z.number() });
const partition = z.object({ table: z.string(), load_id: z.number() });

/** Tables partitioned by load that a run writes. The rollup is among them: a killed publication leaves rows there. */
export const loadTables: readonly LoadTable[] = [
  "mart.fct_doses",
  "mart.fct_verifications",
  "mart.fct_certificates",
  "mart.fct_administered_reports",
  "mart.fct_populations",
  "mart.fct_official_totals",
  "mart.dim_facilities",
  "mart.agg_vaccination_by_day",
  "ops.rejects",
  "ops.findings",
];

/**
 * Drops what killed runs left: landing tables whose process is gone, and rows under a load that is neither published nor
 * being written. Nothing of it was ever visible.
 */
export const dropLeftovers = async (warehouse: Warehouse): Promise<Leftovers> => {
  const landings = await warehouse.query(
    `SELECT name, toUInt64OrZero(extract(name, '^load_([0-9]+)_')) AS load_id, comment FROM system.tables
     WHERE database = 'landing' AND match(name, '^load_[0-9]+_')`,
    { schema: landingTable },
  );
  const gone = new Set(
    landings
      .filter(({ name, comment }) => {
        const owner = name.endsWith("_raw") ? readLockOwner(comment) : undefined;
        return owner !== undefined && isProcessGone(owner);
      })
      .map(({ load_id }) => load_id),
  );
  // The order matters: a run that ends between the two reads is then seen as live or as published, never as neither.
  const live = await warehouse.query(
    `SELECT load_id FROM ops.runs FINAL WHERE status = 'running' AND heartbeat_at > now64(3) - INTERVAL 1 MINUTE`,
    { schema: liveLoad },
  );
  const alive = new Set(live.map(({ load_id }) => load_id).filter((loadId) => !gone.has(loadId)));
  const published = await warehouse.query("SELECT DISTINCT load_id FROM ops.publications", { schema: liveLoad });
  // A dry run publishes nothing, but its rejects can be exported.
  const rehearsed = await warehouse.query("SELECT load_id FROM ops.runs FINAL WHERE status = 'dry_run'", {
    schema: liveLoad,
  });
  const kept = new Set([...alive, ...published.map(({ load_id }) => load_id)]);
  const keptInOps = new Set([...kept, ...rehearsed.map(({ load_id }) => load_id)]);

  const written = await warehouse.query(
    `SELECT DISTINCT concat(database, '.', table) AS table, toUInt64OrZero(partition) AS load_id FROM system.parts
     WHERE active AND concat(database, '.', table) IN {tables:Array(String)}`,
    { params: { tables: loadTables }, schema: partition },
  );
  const dead = new Set<number>();
  for (const table of loadTables) {
    const keep = table.startsWith("ops.") ? keptInOps : kept;
    for (const { load_id } of written.filter(
      (each) => each.table === table && each.load_id !== 0 && !keep.has(each.load_id),
    )) {
      await dropPartition(warehouse, table, load_id);
      dead.add(load_id);
    }
  }

  const abandoned = landings.filter(({ load_id }) => !alive.has(load_id));
  // Views first: they read the tables.
  for (const { name } of abandoned.toSorted(
    (one, other) => Number(one.name.endsWith("_raw")) - Number(other.name.endsWith("_raw")),
  )) {
    await warehouse.command(`DROP TABLE IF EXISTS landing.${name} SYNC`);
  }
  await closeDeadRuns(warehouse, gone);
  return { landingTables: abandoned.length, loads: dead.size };
};

/** Runs that ended without a word: published if their publication stands, failed otherwise. */
const closeDeadRuns = async (warehouse: Warehouse, gone: ReadonlySet<number>): Promise<void> => {
  await warehouse.command(
    `INSERT INTO ops.runs SELECT * REPLACE (
       if(load_id IN (SELECT load_id FROM ops.publications), 'published', 'failed') AS status,
       'ended without a word (killed)' AS message, now64(3) AS ended_at, now64(3) AS heartbeat_at)
     FROM ops.runs FINAL
     WHERE status = 'running' AND (heartbeat_at < now64(3) - INTERVAL 1 MINUTE OR load_id IN {gone:Array(UInt64)})`,
    { params: { gone: [...gone] } },
  );
};
