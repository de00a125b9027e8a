import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import type { PublishRequest } from "../job.ts";
import { holdsLockCondition } from "./withPublicationLock.ts";

/** Whether the load is visible. */
export const isPublished = async (warehouse: Warehouse, loadId: number): Promise<boolean> => {
  const [row] = await warehouse.query(
    "SELECT count() AS publications FROM ops.publications WHERE load_id = {load_id:UInt64}",
    { params: { load_id: loadId }, schema: z.object({ publications: z.number() }) },
  );
  return row !== undefined && row.publications > 0;
};

/**
 * Makes a load visible, whole and at once. The statement itself makes sure that the run still holds the lock: a run that
 * was taken for dead, and woke up, publishes nothing.
 */
export const insertPublication = async (request: Omit<PublishRequest, "signal" | "asOf">): Promise<void> => {
  const { warehouse, files } = request;
  const loadId = Number(request.loadId);
  await warehouse.command(
    `INSERT INTO ops.publications
       (publication_number, load_id, run_id, job, batch_code, dataset, sample_scale, is_withdrawal, row_count,
        first_date, last_date, files, published_at)
     SELECT
       (SELECT max(publication_number) FROM ops.publications) + 1, {load_id:UInt64}, {run_id:String}, {job:String},
       {batch_code:String}, {dataset:String}, {sample_scale:UInt32}, {is_withdrawal:Bool}, {row_count:UInt64},
       {first_date:Date}, {last_date:Date},
       arrayZip({file_names:Array(String)}, {file_sha256s:Array(String)}, {file_bytes:Array(UInt64)}), now64(3)
     WHERE ${holdsLockCondition}`,
    {
      params: {
        load_id: loadId,
        run_id: request.runId,
        job: request.job,
        batch_code: request.batchCode,
        dataset: request.dataset,
        sample_scale: request.sampleScale,
        is_withdrawal: request.isWithdrawal,
        row_count: request.rowCount,
        first_date: request.firstDate ?? "1970-01-01",
        last_date: request.lastDate ?? "1970-01-01",
        file_names: files.map((file) => file.name),
        file_sha256s: files.map((file) => file.sha256),
        file_bytes: files.map((file) => file.bytes),
      },
    },
  );
  if (!(await isPublished(warehouse, loadId))) {
    throw new WarehouseError(
      `Run ${request.runId} no longer holds the publication lock; load ${loadId} was not published`,
      {
        code: 0,
        type: "LOCK_LOST",
        queryId: "",
      },
    );
  }
};
