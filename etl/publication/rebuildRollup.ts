import { z } from "zod";
import { rebuildName } from "../../warehouse/sources/sharedJobs.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { Dataset } from "../job.ts";
import { readCurrentLoads } from "./currentLoads.ts";
import { dropPartition } from "./dropPartition.ts";
import { dropUnpublishedChanges } from "./dropUnpublished.ts";
import { grainSql } from "./grainSql.ts";
import { insertPublication } from "./insertPublication.ts";
import { allPlaces, changesPerStatement, placeCount, splitPlaces } from "./placeRanges.ts";
import { type Grain, rollupMeasures } from "./rollupColumns.ts";
import { reportJobNames, writeReportChanges } from "./writeReportChanges.ts";
import { writeAllSubjects } from "./writeSubjectChanges.ts";

export interface RebuildRequest {
  readonly warehouse: Warehouse;
  readonly dataset: Dataset;
  readonly runId: string;
  /** UInt64 as decimal text: the load under which the difference is published. */
  readonly loadId: string;
  readonly signal: AbortSignal;
}

const grains: readonly Grain[] = ["detail", "commune", "province"];

/**
 * Works every figure of a dataset out anew and publishes the difference to what the published loads say, as one load of
 * its own (job `rebuild`). For figures that change without a load: another baseline of the campaign, a commune that turned
 * out to lie in another province. To be called holding the publication lock.
 */
export const rebuildRollup = async (request: RebuildRequest): Promise<void> => {
  const { warehouse, dataset, signal } = request;
  const loadId = Number(request.loadId);
  await dropUnpublishedChanges(warehouse);

  const after = await readCurrentLoads(warehouse, dataset);
  await writeAllSubjects({ warehouse, signal, loadId, after });
  for (const job of reportJobNames) {
    await writeReportChanges({ warehouse, signal, loadId, job, before: [], after }, "landing.rollup_changes");
  }

  const published = await warehouse.query(
    "SELECT load_id AS loadId FROM ops.publications WHERE dataset = {dataset:String}",
    {
      params: { dataset },
      schema: z.object({ loadId: z.number() }),
    },
  );
  const published_loads = [0, ...published.map((load) => load.loadId)];
  const counts = await warehouse.query(
    `SELECT place_key AS placeKey, count() AS changes
     FROM (
       SELECT place_key FROM landing.rollup_changes WHERE load_id = {load_id:UInt64}
       UNION ALL
       SELECT place_key FROM mart.agg_vaccination_by_day
       WHERE load_id IN {published_loads:Array(UInt64)} AND grain = 'detail'
     )
     GROUP BY place_key ORDER BY place_key`,
    { params: { load_id: loadId, published_loads }, schema: placeCount, signal },
  );
  const ranges = splitPlaces(counts, changesPerStatement);
  const source = {
    table: "landing.rollup_changes",
    grain: "detail",
    measures: rollupMeasures,
    lessPublished: true,
  } as const;
  for (const grain of grains) {
    // A province's key lies in no range of its communes' keys.
    for (const places of grain === "province" ? [allPlaces] : ranges) {
      const params = {
        load_id: loadId,
        first_place: places.first,
        last_place: places.last,
        published_loads,
      };
      await warehouse.command(grainSql(grain, source), { params, signal });
    }
  }
  await dropPartition(warehouse, "landing.rollup_changes", loadId);
  signal.throwIfAborted();
  await insertPublication({
    ...request,
    job: rebuildName,
    batchCode: "rollup",
    sampleScale: 1,
    files: [],
    rowCount: 0,
    firstDate: undefined,
    lastDate: undefined,
    isWithdrawal: false,
  });
};
