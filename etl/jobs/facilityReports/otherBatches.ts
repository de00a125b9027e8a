import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { readCurrentLoads } from "../../publication/currentLoads.ts";

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
  const current = await readCurrentLoads(context.warehouse, context.dataset);
  const others = current.filter(
    (load) => load.job === job && !(job === ownJob && load.batchCode === context.batchCode),
  );
  const [loads, names] = [`${job}_loads`, `${job}_batches`];
  return {
    // An empty array has no type that a parameter could be given.
    params: {
      [loads]: [0, ...others.map(({ loadId }) => loadId)],
      [names]: ["", ...others.map(({ batchCode }) => batchCode)],
    },
    isAny: others.length > 0,
    isOfThem: `load_id IN {${loads}:Array(UInt64)}`,
    rank: `indexOf({${loads}:Array(UInt64)}, load_id)`,
    batchOf: (rank) => `{${names}:Array(String)}[${rank}]`,
  };
};
