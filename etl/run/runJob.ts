import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import type { EtlConfig } from "../config.ts";
import type { Dataset, Job } from "../job.ts";
import { dropLanding } from "../landing/dropLanding.ts";
import { checkHashKey } from "../ledger/checkHashKey.ts";
import { dropLeftovers } from "../ledger/dropLeftovers.ts";
import { openRun } from "../ledger/openRun.ts";
import { dropLoad } from "../publication/dropLoad.ts";
import { isPublished } from "../publication/insertPublication.ts";
import { loadTables } from "../publication/loadTables.ts";
import { RefusedFile } from "../RefusedFile.ts";
import type { Encoding } from "../sources/detectFormat.ts";
import { batchCodeOf } from "./batchCodeOf.ts";
import { performRun } from "./performRun.ts";
import type { RunSummary } from "./runSummary.ts";
import { todayInVietNam } from "./todayInVietNam.ts";

export interface RunRequest {
  readonly job: Job;
  /** The job's own files when empty. */
  readonly paths: readonly string[];
  /** YYYY-MM-DD; today in Viet Nam when left out. */
  readonly asOf?: string | undefined;
  readonly batchCode?: string | undefined;
  readonly dataset?: Dataset | undefined;
  /** In which the text of the files is written; found out when left out. */
  readonly encoding?: Encoding | undefined;
  readonly isDryRun?: boolean | undefined;
  /** The load may replace its batch with far fewer rows, or with none. */
  readonly mayShrink?: boolean | undefined;
}

export interface RunProgress {
  readonly phase: "landing" | "waiting" | "cleansing" | "publishing";
  /** Bytes of the files read so far, and of all of them. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** About how many rows were read so far; 0 while it is not known. */
  readonly rows: number;
}

export interface RunEffects {
  readonly warehouse: Warehouse;
  readonly config: Pick<EtlConfig, "hashKey" | "rejectsKey">;
  readonly now?: () => Date;
  readonly onProgress?: (progress: RunProgress) => void;
  readonly signal?: AbortSignal;
}

/** ClickHouse's own words may quote the row it failed on, and the ledger keeps no personal data: only what kind it was. */
const ledgerMessage = (error: unknown): string => {
  if (error instanceof WarehouseError) return `ClickHouse: ${error.type || error.code} (query ${error.queryId})`;
  return error instanceof Error ? error.message : String(error);
};

/**
 * Runs a job on files: lands, cleanses and publishes them, or leaves nothing. A load that would destroy what its batch has is
 * not published either: the summary's `hold` says why.
 * @throws RefusedFile, or another error, when nothing was loaded; the ledger then has the run and its message
 */
export const runJob = async (request: RunRequest, effects: RunEffects): Promise<RunSummary> => {
  const { warehouse } = effects;
  const now = effects.now ?? (() => new Date());
  const paths = request.paths.length > 0 ? request.paths : (request.job.defaultFiles ?? []);
  if (paths.length === 0) {
    throw new UserError("No file was named", { fix: `npm run etl -- run ${request.job.name} <file>` });
  }
  await checkHashKey(warehouse, effects.config.hashKey);
  await dropLeftovers(warehouse);
  const run = await openRun(
    warehouse,
    {
      runId: randomUUID(),
      job: request.job.name,
      batchCode: request.batchCode ?? batchCodeOf(paths),
      asOf: request.asOf ?? todayInVietNam(now()),
      dataset: request.dataset ?? "real",
      files: paths.map((path) => ({ name: basename(path), sha256: "", bytes: 0 })),
    },
    now,
  );
  try {
    return await performRun(request, paths, run, { ...effects, now });
  } catch (error) {
    const { loadId } = run.record();
    const wasPublished = loadId !== "0" && (await isPublished(warehouse, Number(loadId)).catch(() => true));
    // What cannot be dropped now, the next run finds left over.
    if (loadId !== "0" && !wasPublished) await dropLoad(warehouse, loadTables, Number(loadId)).catch(() => undefined);
    const status = wasPublished ? "published" : error instanceof RefusedFile ? "refused" : "failed";
    await run.close(status, { message: ledgerMessage(error) }).catch(() => undefined);
    throw error;
  } finally {
    const { loadId } = run.record();
    if (loadId !== "0") await dropLanding(warehouse, loadId).catch(() => undefined);
  }
};
