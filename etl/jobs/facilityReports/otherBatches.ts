import { z } from "zod";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";

const batch = z.object({ load_id: z.number(), batch: z.string() });

/** Loads in force of a job, as parameters of a statement, in the order of their publication: the later one counts. */
export interface OtherBatches {
  readonly params: Parameters;
  readonly isAny: boolean;
  /** SQL: whether the row of a fact table is of one of these loads. */
  readonly isOfThem: string;
  /** SQL: place of the row's load in the order of publication, from 1. */
  readonly rank: string;
  /** SQL: the batch of a rank. */
  readonly batchOf: (rank: string) => string;
}

/** @param job whose batches; of the run's own job the batch that the run replaces is left out */
export const otherBatches = async (context: CleanseContext, job: string, ownJob: string): Promise<OtherBatches> => {
  const rows = await context.warehouse.query(
    `SELECT argMax(load_id, publication_number) AS load_id, batch_code AS batch FROM ops.publications
     WHERE job = {job:String} AND dataset = {dataset:String} AND NOT (job = {own_job:String} AND batch_code = {own_batch:String})
     GROUP BY batch_code HAVING NOT argMax(is_withdrawal, publication_number) ORDER BY max(publication_number)`,
    {
      params: { job, own_job: ownJob, own_batch: context.batchCode, dataset: context.dataset },
      schema: batch,
      signal: context.signal,
    },
  );
  const [loads, names] = [`${job}_loads`, `${job}_batches`];
  return {
    // An empty array has no type that a parameter could be given.
    params: { [loads]: [0, ...rows.map(({ load_id }) => load_id)], [names]: ["", ...rows.map((each) => each.batch)] },
    isAny: rows.length > 0,
    isOfThem: `load_id IN {${loads}:Array(UInt64)}`,
    rank: `indexOf({${loads}:Array(UInt64)}, load_id)`,
    batchOf: (rank) => `{${names}:Array(String)}[${rank}]`,
  };
};
