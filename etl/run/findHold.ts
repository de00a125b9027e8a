import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { type CleanseResult, defaultShrinkLimitPercent, type Job, type Sentence } from "../job.ts";
import type { SampleScale } from "./findSampleScale.ts";

/** Why a load is not published although its files could be read: what was found, and what to do. */
export interface Hold {
  readonly sentence: Sentence;
  readonly remedy: Sentence;
}

/** What the load would publish. */
export interface HeldLoad extends SampleScale, Pick<CleanseResult, "acceptedCount" | "factCount"> {
  readonly job: Pick<Job, "name" | "shrinkLimitPercent">;
  readonly batchCode: string;
  readonly loadId: string;
  readonly readCount: number;
}

const newest = z.object({
  is_withdrawal: z.boolean(),
  row_count: z.number(),
  dataset: z.enum(["sample", "real"]),
  sample_scale: z.number(),
});

/** The load of the batch that is in force; undefined: the batch has no rows. */
const findEarlier = async (
  warehouse: Warehouse,
  job: string,
  batchCode: string,
): Promise<z.infer<typeof newest> | undefined> => {
  const [last] = await warehouse.query(
    `SELECT is_withdrawal, row_count, toString(dataset) AS dataset, sample_scale FROM ops.publications
     WHERE job = {job:String} AND batch_code = {batch:String} ORDER BY publication_number DESC LIMIT 1`,
    { params: { job, batch: batchCode }, schema: newest },
  );
  return last === undefined || last.is_withdrawal || last.row_count === 0 ? undefined : last;
};

/**
 * Stops a load that would destroy: one of which no row is accepted, and one that replaces its batch with far fewer rows.
 * Rows of samples count as many as they stand for; a sample and real rows are not compared. `mayShrink` lets a load through
 * that replaces something: with nothing to replace, there is nothing to publish. To be asked under the publication lock.
 */
export const findHold = async (warehouse: Warehouse, load: HeldLoad, mayShrink: boolean): Promise<Hold | undefined> => {
  const { job, batchCode, loadId, readCount, acceptedCount, factCount, dataset, sampleScale } = load;
  const earlier = await findEarlier(warehouse, job.name, batchCode);
  if (earlier !== undefined && mayShrink) return undefined;
  const listRejects = `npm run etl -- rejects export ${loadId} --out rejects.csv`;
  const withdraw =
    earlier === undefined
      ? { vi: "", en: "" }
      : {
          vi: `; để rút hẳn lô: npm run etl -- unload ${batchCode}`,
          en: `; to withdraw the batch: npm run etl -- unload ${batchCode}`,
        };
  const kept = {
    vi: `lô "${batchCode}" giữ nguyên ${earlier?.row_count} dòng đã công bố`,
    en: `batch "${batchCode}" keeps its ${earlier?.row_count} published rows`,
  };
  if (acceptedCount === 0) {
    return {
      sentence: {
        vi: `Cả ${readCount} dòng đọc được đều bị loại; ${earlier === undefined ? "không có gì để công bố" : kept.vi}`,
        en: `All ${readCount} rows that were read are rejected; ${earlier === undefined ? "there is nothing to publish" : kept.en}`,
      },
      remedy: {
        vi: `xem lý do từng dòng (${listRejects}), sửa tệp rồi nạp lại${withdraw.vi}`,
        en: `see why (${listRejects}), correct the file and load it again${withdraw.en}`,
      },
    };
  }
  if (earlier === undefined || earlier.dataset !== dataset) return undefined;
  const limit = job.shrinkLimitPercent ?? defaultShrinkLimitPercent;
  const left = (factCount * sampleScale) / (earlier.row_count * earlier.sample_scale);
  if (left >= 1 - limit / 100) return undefined;
  const lost = Math.floor((1 - left) * 100);
  return {
    sentence: {
      vi: `Tệp chỉ cho ${factCount} dòng thay cho ${earlier.row_count} dòng đã công bố: mất ${lost} %, quá mức ${limit} % của nguồn này; ${kept.vi}`,
      en: `The file gives ${factCount} rows in place of the ${earlier.row_count} published: ${lost} % are lost, more than the ${limit} % that this source may lose; ${kept.en}`,
    },
    remedy: {
      vi: `kiểm tra tệp có bị cắt hoặc lọc thiếu không; nếu dữ liệu đúng là chỉ còn như vậy, chạy lại với --accept-shrink; nếu đây là dữ liệu khác, đặt tên lô khác với --batch`,
      en: `check that the file is whole and its filter right; if this is really all, run again with --accept-shrink; if these are other data, name another batch with --batch`,
    },
  };
};
