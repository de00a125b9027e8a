import { randomUUID } from "node:crypto";
import { z } from "zod";
import { sources, tablesOf } from "../../warehouse/sources/sources.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { Dataset } from "../job.ts";
import { publishLoad } from "../publication/publishLoad.ts";
import { rebuildRollup } from "../publication/rebuildRollup.ts";
import { commonDimensions, detailDimensions, type Grain, rollupMeasures } from "../publication/rollupColumns.ts";
import { withPublicationLock } from "../publication/withPublicationLock.ts";
import { rowsPerRound as standardRowsPerRound } from "../publication/writeSubjectChanges.ts";

/** For tests: facts as rows, published under the lock. */
export type FactRow = Readonly<Record<string, string | number>>;

export interface TestLoad {
  readonly job: (typeof testedJobs)[number];
  readonly batchCode: string;
  readonly loadId: number;
  readonly dataset: Dataset;
  /** Undefined: the batch is withdrawn. */
  readonly rows: readonly FactRow[] | undefined;
}

const testedJobs = ["doses", "verifications", "certificates", "administered", "population"] as const;

export const neverAborted = new AbortController().signal;

export const insertFacts = async (warehouse: Warehouse, { job, loadId, rows = [] }: TestLoad): Promise<void> => {
  if (rows.length === 0) return;
  const lines = rows.map((row) => JSON.stringify({ load_id: loadId, ...row })).join("\n");
  const body = (async function* () {
    yield Buffer.from(lines);
  })();
  await warehouse.insertStream(`INSERT INTO ${sources[job].tables[0]} FORMAT JSONEachRow`, body);
};

export const publishTestLoad = async (
  warehouse: Warehouse,
  load: TestLoad,
  options: { runId?: string; rowsPerRound?: number } = {},
): Promise<void> => {
  const { runId = randomUUID(), rowsPerRound = standardRowsPerRound } = options;
  await insertFacts(warehouse, load);
  await withPublicationLock({ warehouse, runId, signal: neverAborted }, () =>
    publishLoad(
      {
        warehouse,
        runId,
        job: load.job,
        loadId: String(load.loadId),
        batchCode: load.batchCode,
        dataset: load.dataset,
        sampleScale: 1,
        files: [{ path: "/data/file.csv", name: "file.csv", sha256: "0".repeat(64), bytes: 1 }],
        asOf: "2022-06-30",
        rowCount: load.rows?.length ?? 0,
        firstDate: "2022-01-01",
        lastDate: "2022-06-30",
        isWithdrawal: load.rows === undefined,
        signal: neverAborted,
      },
      { rowsPerRound },
    ),
  );
};

export const rebuildTestRollup = async (warehouse: Warehouse, dataset: Dataset, loadId: number): Promise<void> => {
  const runId = randomUUID();
  await withPublicationLock({ warehouse, runId, signal: neverAborted }, () =>
    rebuildRollup({ warehouse, dataset, runId, loadId: String(loadId), signal: neverAborted }),
  );
};

const dimensions = [...commonDimensions, ...detailDimensions];
const change = z.object({ day: z.string(), key: z.string(), measures: z.array(z.number()) });
export type RollupChange = z.infer<typeof change>;

/** All changes of a dataset's published loads at one grain; `key` is the other dimensions, joined by "|". */
export const readRollup = (warehouse: Warehouse, dataset: Dataset, grain: Grain): Promise<RollupChange[]> =>
  warehouse.query(
    `SELECT toString(day) AS day,
       concatWithSeparator('|', ${dimensions
         .filter((name) => name !== "day")
         .map((name) => `toString(${name})`)
         .join(", ")}) AS key,
       [${rollupMeasures.map((name) => `sum(${name})`).join(", ")}] AS measures
     FROM mart.agg_vaccination_by_day
     WHERE grain = {grain:String} AND load_id IN (SELECT load_id FROM ops.publications WHERE dataset = {dataset:String})
     GROUP BY day, key
     HAVING arrayExists(measure -> measure != 0, measures)
     ORDER BY day, key`,
    { params: { grain, dataset }, schema: change },
  );

/** Forgets every load, so that cases do not see each other's facts. */
export const forgetLoads = async (warehouse: Warehouse): Promise<void> => {
  for (const table of [...tablesOf(testedJobs), "mart.agg_vaccination_by_day", "ops.publications"]) {
    await warehouse.command(`TRUNCATE TABLE ${table}`);
  }
};
