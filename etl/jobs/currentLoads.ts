import { z } from "zod";
import type { CleanseContext } from "../job.ts";

const load = z.object({ load_id: z.number() });

/** Loads in force of a job, of the dataset being loaded; on demand without the batch that the run is about to replace. */
export const currentLoads = async (
  { warehouse, dataset, batchCode }: Pick<CleanseContext, "warehouse" | "dataset" | "batchCode">,
  job: string,
  options: { readonly withoutOwnBatch?: boolean } = {},
): Promise<number[]> => {
  const rows = await warehouse.query(
    `SELECT argMax(load_id, publication_number) AS load_id FROM ops.publications
     WHERE job = {job:String} AND dataset = {dataset:String} AND NOT ({without:Bool} AND batch_code = {batch:String})
     GROUP BY batch_code HAVING NOT argMax(is_withdrawal, publication_number)`,
    { params: { job, dataset, batch: batchCode, without: options.withoutOwnBatch ?? false }, schema: load },
  );
  return rows.map((row) => row.load_id);
};
