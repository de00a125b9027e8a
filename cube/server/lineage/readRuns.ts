import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";

export const runStatuses = ["running", "published", "unchanged", "refused", "failed", "dry_run", "held"] as const;
export type RunStatus = (typeof runStatuses)[number];

/** What narrows a list of runs, and which part of it is asked for. */
export interface RunsRequest {
  readonly job?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly limit: number;
  readonly offset: number;
}

const run = z.object({
  runId: z.string(),
  job: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  batch: z.string(),
  status: z.enum(runStatuses),
  /** Running, and silent for more than a minute: it was killed. */
  isSilent: z.boolean(),
  startedAt: z.string(),
  seconds: z.number(),
  asOf: z.string(),
  read: z.number(),
  accepted: z.number(),
  acceptedWithFindings: z.number(),
  rejected: z.number(),
  /** Why a load was held back. Other messages may quote what stands in a file, and stay in the ledger. */
  message: z.string(),
  /** Order of publication; null where nothing was published, or was withdrawn. */
  publicationNumber: z.number().nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() })),
});
const counted = z.object({ total: z.number() });

/** Runs of the data that is shown; those of a sample are not told beside real data. */
const shownRuns = `ops.runs FINAL WHERE
  (toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR (dataset = 'real' AND job IN (SELECT job FROM mart.shared_jobs)))
  AND ({job:String} = '' OR job = {job:String}) AND ({status:String} = '' OR toString(status) = {status:String})`;

/** Commands that loaded something or tried to, the newest first. */
export const readRuns = async (warehouse: Warehouse, { job = "", status, limit, offset }: RunsRequest) => {
  const params = { job, status: status ?? "", limit, offset };
  const [runs, [count]] = await Promise.all([
    warehouse.query(
      `SELECT toString(run_id) AS runId, toString(job) AS job, batch_code AS batch,
         (SELECT (groupArray(toString(job)), groupArray(name_vi), groupArray(name_en)) FROM mart.dim_sources) AS names,
         transform(job, names.1, names.2, '') AS nameVi, transform(job, names.1, names.3, '') AS nameEn, toString(status) AS status,
         toBool(ops.runs.status = 'running' AND heartbeat_at < now64(3) - INTERVAL 1 MINUTE) AS isSilent,
         formatDateTime(started_at, '%Y-%m-%dT%H:%i:%SZ', 'UTC') AS startedAt,
         greatest(dateDiff('millisecond', started_at, if(ended_at < started_at, heartbeat_at, ended_at)), 0) / 1000 AS seconds,
         toString(as_of_date) AS asOf, read_count AS read, accepted_count AS accepted,
         accepted_with_findings_count AS acceptedWithFindings, rejected_count AS rejected,
         if(ops.runs.status = 'held', message, '') AS message,
         (SELECT groupArray((run_id, publication_number)) FROM ops.publications WHERE NOT is_withdrawal) AS published,
         arrayFirst(each -> each.1 = run_id, published).2 AS number, nullIf(number, 0) AS publicationNumber,
         arrayMap(f -> (f.1, f.2, f.3)::Tuple(name String, sha256 String, bytes UInt64), files) AS files
       FROM ${shownRuns} ORDER BY started_at DESC, run_id LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      { params, schema: run },
    ),
    warehouse.query(`SELECT count() AS total FROM ${shownRuns}`, { params, schema: counted }),
  ]);
  return { total: count?.total ?? 0, runs };
};
