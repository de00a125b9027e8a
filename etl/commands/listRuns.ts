import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";

const run = z.object({
  run_id: z.string(),
  load_id: z.number(),
  job: z.string(),
  batch: z.string(),
  dataset: z.enum(["sample", "real"]),
  status: z.enum(["running", "published", "unchanged", "refused", "failed", "dry_run", "held"]),
  as_of: z.string(),
  read: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() })),
  findings: z.record(z.string(), z.number()),
  started_at: z.string(),
  seconds: z.number(),
  code_version: z.string(),
  message: z.string(),
});

export type ListedRun = z.infer<typeof run>;

/** The newest runs first, whatever came of them. */
export const listRuns = (warehouse: Warehouse, limit: number): Promise<ListedRun[]> =>
  warehouse.query(
    `SELECT toString(run_id) AS run_id, load_id, toString(job) AS job, batch_code AS batch, toString(dataset) AS dataset,
       toString(status) AS status, toString(as_of_date) AS as_of, read_count AS read, accepted_count AS accepted,
       rejected_count AS rejected, files, findings, formatDateTime(ops.runs.started_at, '%Y-%m-%dT%H:%i:%SZ') AS started_at,
       greatest(dateDiff('millisecond', ops.runs.started_at, if(ended_at < ops.runs.started_at, heartbeat_at, ended_at)), 0) / 1000 AS seconds,
       toString(code_version) AS code_version, message
     FROM ops.runs FINAL ORDER BY ops.runs.started_at DESC LIMIT {limit:UInt32}`,
    { params: { limit }, schema: run },
  );
