import { randomUUID } from "node:crypto";
import { applyMigrations, prepareLedger, readPendingMigrations } from "./applyMigrations.ts";
import { readMigrationFiles } from "./migrationFiles.ts";
import { isReferenceCurrent, loadReference } from "./reference/loadReference.ts";
import type { Warehouse } from "./Warehouse.ts";
import { withLock } from "./withLock.ts";

const lockTiming = { waitMilliseconds: 120_000, heartbeatMilliseconds: 2_000, deadMilliseconds: 10_000 };

export interface MigrationReport {
  /** Names applied by this call, in order. */
  applied: string[];
  alreadyAppliedCount: number;
  isReferenceLoaded: boolean;
  milliseconds: number;
}

/**
 * Brings the warehouse to this version: applies the migrations that are missing, then loads the reference data if it
 * changed. Safe to run again, to kill, and to run in two processes at once.
 * @throws UserError if an applied migration was edited or is missing
 */
export const migrate = async (warehouse: Warehouse): Promise<MigrationReport> => {
  const start = performance.now();
  const total = (await readMigrationFiles()).length;
  const report = (applied: string[], isReferenceLoaded: boolean): MigrationReport => ({
    applied,
    alreadyAppliedCount: total - applied.length,
    isReferenceLoaded,
    milliseconds: Math.round(performance.now() - start),
  });
  const isCurrent = (await readPendingMigrations(warehouse)).length === 0 && (await isReferenceCurrent(warehouse));
  if (isCurrent) return report([], false);

  await prepareLedger(warehouse);
  return withLock({ warehouse, name: "migration", runId: randomUUID(), timing: lockTiming }, async () => {
    const applied = await applyMigrations(warehouse);
    const mustLoad = !(await isReferenceCurrent(warehouse));
    if (mustLoad) await loadReference(warehouse);
    return report(applied, mustLoad);
  });
};
