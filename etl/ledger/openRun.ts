import { newLockOwner, writeLockOwner } from "../../warehouse/lockOwner.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { codeVersion } from "./codeVersion.ts";
import { type RunRecord, type RunStatus, writeRunRecord } from "./runRecord.ts";

const heartbeatMilliseconds = 5_000;

/** A run's entry in the ledger, kept alive by a heartbeat until `close`. */
export interface OpenRun {
  readonly record: () => RunRecord;
  /** Takes over what is known by now, and writes it. */
  readonly update: (change: Partial<RunRecord>) => Promise<void>;
  /** Takes over what is known by now; the next heartbeat writes it, or the last entry. */
  readonly note: (change: Partial<RunRecord>) => void;
  /** The last entry: how the run ended. */
  readonly close: (status: RunStatus, change?: Partial<RunRecord>) => Promise<void>;
}

export const openRun = async (
  warehouse: Warehouse,
  start: Pick<RunRecord, "runId" | "job" | "batchCode" | "dataset" | "asOf" | "files">,
  now: () => Date,
): Promise<OpenRun> => {
  let record: RunRecord = {
    ...start,
    loadId: "0",
    status: "running",
    readCount: 0,
    acceptedCount: 0,
    acceptedWithFindingsCount: 0,
    rejectedCount: 0,
    findings: {},
    // While it runs: the process that does it, so that others know at once when that is gone.
    message: writeLockOwner(newLockOwner(start.runId)),
    startedAt: now(),
    endedAt: undefined,
  };
  // Two entries of one millisecond would leave it open which is the newer.
  let last = 0;
  const heartbeat = (): Date => {
    last = Math.max(last + 1, now().getTime());
    return new Date(last);
  };
  // One after another: a heartbeat that is late must not arrive after the last entry.
  let queue: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    const entry = record;
    const written = queue.then(() => writeRunRecord(warehouse, entry, heartbeat(), codeVersion));
    queue = written.catch(() => undefined);
    return written;
  };
  await write();
  const timer = setInterval(() => void write().catch(() => undefined), heartbeatMilliseconds);
  timer.unref();
  return {
    record: () => record,
    update: (change) => {
      record = { ...record, ...change };
      return write();
    },
    note: (change) => {
      record = { ...record, ...change };
    },
    close: (status, change = {}) => {
      clearInterval(timer);
      record = { ...record, message: "", ...change, status, endedAt: now() };
      return write();
    },
  };
};
