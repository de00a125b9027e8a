import type { PublishRequest } from "../job.ts";
import { type CurrentLoad, readCurrentLoads } from "./currentLoads.ts";
import { dropUnpublishedChanges } from "./dropUnpublished.ts";
import { insertPublication, isPublished } from "./insertPublication.ts";
import type { RollupDelta } from "./rollupDelta.ts";
import { writeGrains } from "./writeGrains.ts";
import { reportJobNames, writeReportChanges } from "./writeReportChanges.ts";
import { isSubjectJob, rowsPerRound, writeSubjectChanges } from "./writeSubjectChanges.ts";

/**
 * Writes what the load changes into the rollup, then makes it visible. Killed at any moment, it has either published the
 * load or left nothing that counts; the next publication drops what is left over. To be called holding the lock.
 */
export const publishLoad = async (request: PublishRequest, limits = { rowsPerRound }): Promise<void> => {
  const { warehouse, signal, job } = request;
  const loadId = Number(request.loadId);
  if (await isPublished(warehouse, loadId)) return;
  if (isSubjectJob(job) || reportJobNames.includes(job)) await writeRollup(request, loadId, limits.rowsPerRound);
  signal.throwIfAborted();
  await insertPublication(request);
};

const writeRollup = async (request: PublishRequest, loadId: number, rowsPerRound: number): Promise<void> => {
  const { warehouse, signal, job } = request;
  await dropUnpublishedChanges(warehouse);
  const before = await readCurrentLoads(warehouse, request.dataset);
  const replaced = before.find((load) => load.job === job && load.batchCode === request.batchCode);
  const after = [...before.filter((load) => load !== replaced), ...ownLoad(request, loadId)];
  const rowCount = request.isWithdrawal ? 0 : request.rowCount;
  const delta: RollupDelta = { warehouse, signal, loadId, job, before, after, replaced, rowCount };

  const changes = isSubjectJob(job) ? writeSubjectChanges(delta, rowsPerRound) : writeReportChanges(delta);
  await writeGrains(delta, await changes);
};

const ownLoad = ({ job, batchCode, rowCount, isWithdrawal }: PublishRequest, loadId: number): CurrentLoad[] =>
  isWithdrawal ? [] : [{ job, batchCode, loadId, rowCount }];
