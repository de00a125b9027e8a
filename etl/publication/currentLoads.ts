import { z } from "zod";
import type { SourceName } from "../../warehouse/sources/sources.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { CleanseContext, Dataset } from "../job.ts";

/** What the newest publication of a batch made visible. */
export interface CurrentLoad {
  readonly job: string;
  readonly batchCode: string;
  readonly loadId: number;
  readonly rowCount: number;
}

const row = z.object({ job: z.string(), batchCode: z.string(), loadId: z.number(), rowCount: z.number() });

/** Loads of one dataset whose facts count, in the order of their publication. */
export const readCurrentLoads = (warehouse: Warehouse, dataset: Dataset): Promise<CurrentLoad[]> =>
  warehouse.query(
    `SELECT job, batch_code AS batchCode, argMax(load_id, publication_number) AS loadId,
       argMax(row_count, publication_number) AS rowCount
     FROM ops.publications
     WHERE dataset = {dataset:String}
     GROUP BY job, batch_code
     HAVING NOT argMax(is_withdrawal, publication_number)
     ORDER BY max(publication_number)`,
    { params: { dataset }, schema: row },
  );

export const loadsOf = (loads: readonly CurrentLoad[], job: string): number[] =>
  loads.filter((load) => load.job === job).map((load) => load.loadId);

/** Loads in force of a job, of the dataset being loaded; on demand without the batch that the run is about to replace. */
export const currentLoads = async (
  { warehouse, dataset, batchCode }: Pick<CleanseContext, "warehouse" | "dataset" | "batchCode">,
  job: SourceName,
  { withoutOwnBatch = false }: { readonly withoutOwnBatch?: boolean } = {},
): Promise<number[]> => {
  const loads = await readCurrentLoads(warehouse, dataset);
  return loadsOf(
    loads.filter((load) => !withoutOwnBatch || load.batchCode !== batchCode),
    job,
  );
};
