import { readEtlConfig } from "../etl/config.ts";
import { findJob } from "../etl/jobs.ts";
import { createProgress } from "../etl/report/createProgress.ts";
import { runJob } from "../etl/run/runJob.ts";
import { UserError } from "../warehouse/UserError.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";

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
  const { hold } = await runJob({ job: findJob(job), paths, asOf }, effects).finally(progress.end);
  if (hold !== undefined) throw new UserError(hold.sentence.en, { fix: hold.remedy.en });
}
