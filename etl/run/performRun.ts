import type { CleanseContext, CleanseResult, PublishRequest, Sentence, SourceFile } from "../job.ts";
import { createLandingTables } from "../landing/landingTables.ts";
import { readLanded } from "../landing/readLanded.ts";
import type { OpenRun } from "../ledger/openRun.ts";
import { dropLoad } from "../publication/dropLoad.ts";
import { loadTables } from "../publication/loadTables.ts";
import { publishLoad } from "../publication/publishLoad.ts";
import { withPublicationLock } from "../publication/withPublicationLock.ts";
import { writeQuality } from "../quality/writeQuality.ts";
import { RefusedFile } from "../RefusedFile.ts";
import {
  noVerdicts,
  rulesOf,
  type VerdictCounts,
  writeFileVerdicts,
  writeShapeVerdicts,
  writeVerdicts,
} from "../rejects/writeVerdicts.ts";
import type { FileFinding } from "../sources/fileFinding.ts";
import { findHold, type Hold } from "./findHold.ts";
import { findSampleScale } from "./findSampleScale.ts";
import { findUnchanged } from "./findUnchanged.ts";
import { type InspectedFile, inspectFiles } from "./inspectFiles.ts";
import { landFiles } from "./landFiles.ts";
import { newLoadId } from "./newLoadId.ts";
import type { RunEffects, RunProgress, RunRequest } from "./runJob.ts";
import type { FileSummary, RunSummary } from "./runSummary.ts";

type Effects = RunEffects & { readonly now: () => Date };

const extraColumns = (file: InspectedFile): readonly string[] =>
  file.source.kind === "table" ? file.source.matched.extra : [];

const formatName = (file: InspectedFile): string => (file.source.kind === "table" ? file.source.plan.formatName : "");

const findingsOf = (file: InspectedFile): readonly FileFinding[] =>
  file.source.kind === "table" ? file.source.plan.lateFindings() : [];

/** As many names as somebody reads. */
const listedColumns = 40;

const warningsOf = (files: readonly InspectedFile[]): Sentence[] =>
  files.flatMap((file) => {
    const names = extraColumns(file);
    const more = names.length > listedColumns ? `, … (${names.length})` : "";
    const extra = `${names
      .slice(0, listedColumns)
      .map((name) => `"${name}"`)
      .join(", ")}${more}`;
    const late = file.source.kind === "table" ? file.source.plan.lateWarnings() : [];
    const unread =
      extra === ""
        ? []
        : [
            {
              vi: `${file.name}: không đọc các cột lạ ${extra}`,
              en: `${file.name}: columns not known, not read: ${extra}`,
            },
          ];
    return [...unread, ...late];
  });

/** accepted + rejected = read, or the run must not go on: a row would have been lost or counted twice. */
const assertNothingLost = (read: number, accepted: number, rejected: number): void => {
  if (accepted + rejected === read) return;
  throw new Error(`${read} rows were read, but ${accepted} accepted and ${rejected} rejected: nothing was published`);
};

/** The steps of a run between its first and its last entry in the ledger. Throws as `runJob` does. */
export const performRun = async (
  request: RunRequest,
  paths: readonly string[],
  run: OpenRun,
  effects: Effects,
): Promise<RunSummary> => {
  const { warehouse, config, now } = effects;
  const { job } = request;
  const signal = effects.signal ?? new AbortController().signal;
  const { runId, batchCode, asOf } = run.record();
  const started = now().getTime();
  const inspected = await inspectFiles(job, paths, request);

  const summary = (
    status: RunSummary["status"],
    loadId: string | undefined,
    files: readonly Pick<SourceFile, "sha256" | "bytes">[],
    counts: VerdictCounts,
    hold: Hold | undefined,
    seconds: Omit<RunSummary["seconds"], "total">,
  ): RunSummary => {
    const { dataset, readCount, acceptedCount } = run.record();
    return {
      runId,
      job: job.name,
      batch: batchCode,
      loadId,
      status,
      dataset,
      sampleScale: scale.sampleScale,
      asOf,
      files: inspected.map(
        (file, index): FileSummary => ({
          name: file.name,
          format: formatName(file),
          bytes: files[index]?.bytes ?? file.bytes,
          sha256: files[index]?.sha256 ?? "",
          extraColumns: extraColumns(file),
        }),
      ),
      read: readCount,
      accepted: acceptedCount,
      acceptedWithFindings: counts.acceptedWithFindingsCount,
      rejected: counts.rejectedCount,
      byRule: rulesOf(job).flatMap(({ code, severity, sentence }) => {
        const rows = counts.byRule[code] ?? 0;
        return rows === 0 ? [] : [{ code, severity, sentence, rows }];
      }),
      hold,
      warnings: warningsOf(inspected),
      seconds: { ...seconds, total: (now().getTime() - started) / 1000 },
    };
  };
  let scale = { dataset: run.record().dataset, sampleScale: 1 };

  const unchanged = request.isDryRun ? undefined : await findUnchanged(warehouse, job.name, batchCode, paths, signal);
  if (unchanged !== undefined) {
    await run.close("unchanged", { files: unchanged.files, message: `load ${unchanged.loadId} has these files` });
    const seconds = { landing: 0, cleansing: 0, publishing: 0 };
    return summary("unchanged", String(unchanged.loadId), unchanged.files, noVerdicts, undefined, seconds);
  }

  const loadId = newLoadId(now());
  await run.update({ loadId });
  const progress: { -readonly [key in keyof RunProgress]: RunProgress[key] } = {
    phase: "landing",
    bytes: 0,
    rows: 0,
    totalBytes: inspected.reduce((sum, file) => sum + file.bytes, 0),
  };
  const report = (phase: RunProgress["phase"]): void => effects.onProgress?.({ ...progress, phase });
  report("landing");
  const tables = await createLandingTables(warehouse, job, loadId);
  const landing = { warehouse, job, tables, hashKey: config.hashKey, asOf, signal };
  const files = await landFiles(landing, inspected, (bytes, rows) => {
    progress.bytes += bytes;
    progress.rows += rows;
    report("landing");
  });
  const landed = now().getTime();
  const { rows: readCount, misshapen, labels } = await readLanded(warehouse, tables);
  if (readCount === 0) throw noRows(files);
  scale = findSampleScale(labels, request.dataset);
  run.note({ readCount, files, dataset: scale.dataset });

  const context: CleanseContext = {
    ...{ warehouse, files, readCount, runId, loadId, batchCode, asOf, signal, hashKey: config.hashKey },
    landingTable: tables.rows,
    verdictsTable: tables.verdicts,
    landingPrefix: tables.prefix,
    ...scale,
  };
  const settle = async (): Promise<{ result: CleanseResult; counts: VerdictCounts; hold: Hold | undefined }> => {
    report("cleansing");
    if (misshapen > 0) await writeShapeVerdicts(context, tables);
    await writeFileVerdicts(context, tables, inspected.map(findingsOf));
    const result = await job.cleanse(context);
    const counts = await writeVerdicts(context, job, tables, config.rejectsKey);
    assertNothingLost(readCount, result.acceptedCount, counts.rejectedCount);
    await writeQuality(context, job, tables, { ...counts, accepted: result.acceptedCount });
    run.note({
      acceptedCount: result.acceptedCount,
      acceptedWithFindingsCount: counts.acceptedWithFindingsCount,
      rejectedCount: counts.rejectedCount,
      findings: counts.byRule,
    });
    const load = { job, batchCode, loadId, readCount, ...scale, ...result };
    return { result, counts, hold: await findHold(warehouse, load, request.mayShrink === true) };
  };
  /** Facts go, what was found about the rows stays: the rejects of a load that is not published can be exported too. */
  const factTables = loadTables.filter((table) => !table.startsWith("ops."));
  const dropFacts = (): Promise<void> => dropLoad(warehouse, factTables, Number(loadId));

  if (request.isDryRun) {
    const { counts, hold } = await settle();
    await dropFacts();
    await run.close("dry_run", { message: hold?.sentence.en ?? "" });
    const seconds = { landing: (landed - started) / 1000, cleansing: (now().getTime() - landed) / 1000, publishing: 0 };
    return summary("dry_run", loadId, files, counts, hold, seconds);
  }

  const onWait = (): void => report("waiting");
  return withPublicationLock({ warehouse, runId, signal, onWait }, async () => {
    const locked = now().getTime();
    const { result, counts, hold } = await settle();
    const cleansed = now().getTime();
    if (hold !== undefined) {
      await dropFacts();
      await run.close("held", { message: hold.sentence.en });
      const seconds = { landing: (landed - started) / 1000, cleansing: (cleansed - locked) / 1000, publishing: 0 };
      return summary("held", loadId, files, counts, hold, seconds);
    }
    report("publishing");
    const publication: PublishRequest = {
      ...{ warehouse, job: job.name, loadId, runId, batchCode, files, asOf, signal, ...scale },
      rowCount: result.factCount,
      firstDate: result.firstDate,
      lastDate: result.lastDate,
      isWithdrawal: false,
    };
    await (job.publish ?? publishLoad)(publication);
    await run.close("published");
    return summary("published", loadId, files, counts, undefined, {
      landing: (landed - started) / 1000,
      cleansing: (cleansed - locked) / 1000,
      publishing: (now().getTime() - cleansed) / 1000,
    });
  });
};

const noRows = (files: readonly SourceFile[]): RefusedFile => {
  const names = files.map((file) => file.name).join(", ");
  return new RefusedFile(
    { vi: `${names} chỉ có tiêu đề, không có dòng dữ liệu nào`, en: `${names} has a header but no rows` },
    {
      vi: "kiểm tra bộ lọc khi xuất; để rút một lô đã nạp, dùng npm run etl -- unload <lô>",
      en: "check the export's filter; to withdraw a batch loaded before: npm run etl -- unload <batch>",
    },
  );
};
