import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { Dataset, SourceFile } from "../job.ts";

export type RunStatus = "running" | "published" | "unchanged" | "refused" | "failed" | "dry_run" | "held";

/** State of a run as the ledger holds it; see ops.runs. */
export interface RunRecord {
  readonly runId: string;
  readonly job: string;
  readonly batchCode: string;
  /** "0" until the run writes. */
  readonly loadId: string;
  readonly dataset: Dataset;
  readonly status: RunStatus;
  readonly files: readonly Omit<SourceFile, "path">[];
  readonly asOf: string;
  readonly readCount: number;
  readonly acceptedCount: number;
  readonly acceptedWithFindingsCount: number;
  readonly rejectedCount: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly message: string;
  readonly startedAt: Date;
  readonly endedAt: Date | undefined;
}

const instant = (date: Date): string => date.toISOString().replace("T", " ").replace("Z", "");

/** Writes a run's state; the newest heartbeat is the one that counts. */
export const writeRunRecord = async (
  warehouse: Warehouse,
  record: RunRecord,
  heartbeatAt: Date,
  codeVersion: string,
): Promise<void> => {
  const row = {
    run_id: record.runId,
    job: record.job,
    batch_code: record.batchCode,
    load_id: record.loadId,
    dataset: record.dataset,
    status: record.status,
    files: record.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    as_of_date: record.asOf,
    read_count: record.readCount,
    accepted_count: record.acceptedCount,
    accepted_with_findings_count: record.acceptedWithFindingsCount,
    rejected_count: record.rejectedCount,
    findings: record.findings,
    message: record.message,
    code_version: codeVersion,
    started_at: instant(record.startedAt),
    ended_at: instant(record.endedAt ?? new Date(0)),
    heartbeat_at: instant(heartbeatAt),
  };
  async function* body(): AsyncGenerator<Buffer> {
    yield Buffer.from(`${JSON.stringify(row)}\n`);
  }
  await warehouse.insertStream("INSERT INTO ops.runs FORMAT JSONEachRow", body());
};
