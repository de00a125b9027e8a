import { readEtlConfig } from "../etl/config.ts";
import { findJob } from "../etl/jobs.ts";
import { createProgress } from "../etl/report/createProgress.ts";
import { runJob } from "../etl/run/runJob.ts";
import { UserError } from "../warehouse/UserError.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";
import { WarehouseError } from "../warehouse/WarehouseError.ts";

/** Code of a statement that reached no warehouse, or whose answer was broken off. */
const noAnswer = 0;

const explain = (error: unknown): unknown =>
  error instanceof WarehouseError && error.code === noAnswer
    ? new UserError(`The warehouse went away while data was being loaded: ${error.message}`, {
        fix: "start again: what is loaded stays, and the rest is loaded then",
        cause: error,
      })
    : error;

/**
 * What `npm run etl -- run <job> <file…>` does, without the second it takes to start a process for each job. `asOf`
 * (YYYY-MM-DD) is the day that the files tell the state of: today if not given.
 */
export async function loadFiles(
  warehouse: Warehouse,
  job: string,
  paths: readonly string[],
  signal: AbortSignal,
  asOf?: string,
): Promise<void> {
  const config = await readEtlConfig();
  const progress = createProgress(process.stderr, config.language);
  const effects = { warehouse, config, onProgress: progress.onProgress, signal };
  const { hold } = await runJob({ job: findJob(job), paths, asOf }, effects)
    .catch((error: unknown) => {
      throw explain(error);
    })
    .finally(progress.end);
  if (hold !== undefined) throw new UserError(hold.sentence.en, { fix: hold.remedy.en });
}
