import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";

const file = z.object({ name: z.string(), sha256: z.string(), bytes: z.number() });

/** A load behind a figure: the run that brought it, and its files. */
export const loadRow = z.object({
  publicationNumber: z.number(),
  job: z.string(),
  batch: z.string(),
  runId: z.string(),
  publishedAt: z.string(),
  firstDate: z.string(),
  lastDate: z.string(),
  rowCount: z.number(),
  sampleScale: z.number(),
  files: z.array(file),
});
export type LoadBehind = z.infer<typeof loadRow>;

const columns = `known_from AS publicationNumber, job, batch_code AS batch, toString(run_id) AS runId,
  formatDateTime(published_at, '%Y-%m-%dT%H:%i:%SZ', 'UTC') AS publishedAt, toString(first_date) AS firstDate,
  toString(last_date) AS lastDate, row_count AS rowCount, sample_scale AS sampleScale,
  arrayMap(f -> (f.1, f.2, f.3)::Tuple(name String, sha256 String, bytes UInt64), files) AS files`;

/** Loads of these jobs known at a publication that have data of a day up to `to`, oldest first. */
export const readLoadsKnownAt = (
  warehouse: Warehouse,
  request: { readonly publicationNumber: number; readonly jobs: readonly string[]; readonly to: string },
): Promise<LoadBehind[]> =>
  warehouse.query(
    `SELECT ${columns} FROM mart.load_periods
     WHERE job IN {jobs:Array(String)} AND known_from <= {publication:UInt64} AND known_until > {publication:UInt64}
       AND first_date <= {to:Date}
     ORDER BY known_from`,
    {
      params: { jobs: [...request.jobs], publication: request.publicationNumber, to: request.to },
      schema: loadRow,
    },
  );

/** What was published by these jobs after one publication and until another, withdrawals too. */
export const readPublicationsBetween = (
  warehouse: Warehouse,
  request: { readonly after: number; readonly until: number; readonly jobs: readonly string[] },
): Promise<LoadBehind[]> =>
  warehouse.query(
    `SELECT ${columns.replace("known_from", "publication_number")} FROM ops.publications
     WHERE job IN {jobs:Array(String)} AND publication_number > {after:UInt64} AND publication_number <= {until:UInt64}
       AND (toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR (dataset = 'real' AND job IN (SELECT job FROM mart.shared_jobs)))
     ORDER BY publication_number`,
    { params: { jobs: [...request.jobs], after: request.after, until: request.until }, schema: loadRow },
  );
