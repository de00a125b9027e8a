import { z } from "zod";
import { isProcessGone, readLockOwner } from "../../warehouse/lockOwner.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { dropPartition } from "../publication/dropPartition.ts";
import { loadTables } from "../publication/loadTables.ts";

export interface Leftovers {
  readonly landingTables: number;
  readonly loads: number;
}

const landingTable = z.object({ name: z.string(), load_id: z.number() });
const run = z.object({
  run_id: z.string(),
  load_id: z.number(),
  is_running: z.coerce.boolean(),
  message: z.string(),
  is_silent: z.coerce.boolean(),
});
const loadOnly = z.object({ load_id: z.number() });
const partition = z.object({ full_name: z.string(), load_id: z.number() });

/**
 * Drops what killed runs left: landing tables, and rows under a load that is neither published nor
 * being written. Nothing of it was ever visible.
 */
export const dropLeftovers = async (warehouse: Warehouse): Promise<Leftovers> => {
  // The order matters. What exists is read first, so that no run begun since then is among it; then who is running, and
  // last what is published, so that a run that ends in between is seen as one or the other.
  const landings = await warehouse.query(
    `SELECT name, toUInt64OrZero(extract(name, '^load_([0-9]+)_')) AS load_id FROM system.tables
     WHERE database = 'landing' AND match(name, '^load_[0-9]+_') ORDER BY engine IN ('View', 'MaterializedView') DESC`,
    { schema: landingTable },
  );
  const written = await warehouse.query(
    `SELECT DISTINCT concat(database, '.', table) AS full_name, toUInt64OrZero(partition) AS load_id FROM system.parts
     WHERE active AND concat(database, '.', table) IN {tables:Array(String)}`,
    { params: { tables: loadTables }, schema: partition },
  );
  const runs = await warehouse.query(
    `SELECT toString(run_id) AS run_id, load_id, status = 'running' AS is_running, message,
       heartbeat_at < now64(3) - INTERVAL 1 MINUTE AS is_silent
     FROM ops.runs FINAL WHERE status IN ('running', 'dry_run', 'held')`,
    { schema: run },
  );
  const published = await warehouse.query("SELECT DISTINCT load_id FROM ops.publications", { schema: loadOnly });
  const running = runs.filter(({ is_running }) => is_running);
  // A dry run and a load held back publish nothing, but their rejects can be exported.
  const rehearsed = runs.filter(({ is_running }) => !is_running);

  const deadRuns = running.filter(isDead);
  const alive = new Set(running.filter((each) => !isDead(each)).map(({ load_id }) => load_id));
  const kept = new Set([...alive, ...published.map(({ load_id }) => load_id)]);
  const keptInOps = new Set([...kept, ...rehearsed.map(({ load_id }) => load_id)]);
  const dead = new Set<number>();
  for (const table of loadTables) {
    const keep = table.startsWith("ops.") ? keptInOps : kept;
    const loads = written.filter((each) => each.full_name === table && each.load_id !== 0 && !keep.has(each.load_id));
    for (const { load_id } of loads) {
      await dropPartition(warehouse, table, load_id);
      dead.add(load_id);
    }
  }
  // Views come first: they read the tables.
  const abandoned = landings.filter(({ load_id }) => !alive.has(load_id));
  if (abandoned.length > 0) {
    await warehouse.command(`DROP TABLE IF EXISTS ${abandoned.map(({ name }) => `landing.${name}`).join(", ")} SYNC`);
  }
  if (deadRuns.length > 0) {
    await closeDeadRuns(
      warehouse,
      deadRuns.map(({ run_id }) => run_id),
    );
  }
  return { landingTables: abandoned.length, loads: dead.size };
};

const isDead = ({ message, is_silent }: z.infer<typeof run>): boolean => {
  const owner = readLockOwner(message);
  return is_silent || (owner !== undefined && isProcessGone(owner));
};

/** Runs that ended without a word: published if their publication stands, failed otherwise. */
const closeDeadRuns = async (warehouse: Warehouse, runIds: readonly string[]): Promise<void> => {
  await warehouse.command(
    `INSERT INTO ops.runs SELECT * REPLACE (
       if(load_id IN (SELECT load_id FROM ops.publications), 'published', 'failed') AS status,
       'ended without a word (killed)' AS message, now64(3) AS ended_at, now64(3) AS heartbeat_at)
     FROM ops.runs FINAL WHERE toString(run_id) IN {runs:Array(String)}`,
    { params: { runs: runIds } },
  );
};
