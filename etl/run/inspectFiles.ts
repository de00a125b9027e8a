import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Job, SourceRow } from "../job.ts";
import { landedColumns } from "../landing/landingTables.ts";
import { RefusedFile } from "../RefusedFile.ts";
import type { Encoding } from "../sources/detectFormat.ts";
import { type ColumnsOfJob, type MatchedColumns, MissingColumns, matchColumns } from "../sources/matchColumns.ts";
import { openSource } from "../sources/openSource.ts";
import type { SourcePlan } from "../sources/sourcePlan.ts";
import { pointToJob } from "./pointToJob.ts";

/** A file whose header has been read and found sufficient; nothing of it is loaded yet. */
export interface InspectedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly source:
    | { readonly kind: "table"; readonly plan: SourcePlan; readonly matched: MatchedColumns }
    | { readonly kind: "rows"; readonly rows: AsyncIterable<SourceRow> | Iterable<SourceRow> };
}

const matchOf = async (job: ColumnsOfJob, plan: SourcePlan, name: string): Promise<MatchedColumns> =>
  matchColumns(job, plan.headers, name);

/**
 * Looks at every file before any is loaded.
 * @throws RefusedFile
 */
export const inspectFiles = async (
  job: Job,
  paths: readonly string[],
  told: { readonly asOf?: string | undefined; readonly encoding?: Encoding | undefined } = {},
): Promise<InspectedFile[]> => {
  const inspected: InspectedFile[] = [];
  for (const path of paths) {
    const name = basename(path);
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    const rows = size === 0 ? undefined : await job.readShape?.(path, { asOf: told.asOf });
    if (rows !== undefined) {
      inspected.push({ path, name, bytes: size, source: { kind: "rows", rows } });
      continue;
    }
    const columnsOfJob = { ...job, columns: landedColumns(job) };
    const plan = await openSource(path, columnsOfJob, told.encoding);
    const matched = await matchOf(columnsOfJob, plan, name).catch(async (error: unknown) => {
      throw error instanceof MissingColumns ? await pointToJob(error, job, path, told.encoding) : error;
    });
    inspected.push({ path, name, bytes: size, source: { kind: "table", plan, matched } });
  }
  const names = inspected.map((file) => file.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new RefusedFile(
      { vi: `Hai tệp cùng tên ${twice}`, en: `Two files have the same name, ${twice}` },
      { vi: "đổi tên một tệp, hoặc nạp riêng với --batch", en: "rename one, or load them apart with --batch" },
    );
  }
  return inspected;
};
