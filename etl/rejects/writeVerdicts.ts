import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { z } from "zod";
import type { Parameters } from "../../warehouse/Warehouse.ts";
import { fileRules, shapeRules } from "../commonColumns.ts";
import type { CleanseContext, Job, Rule } from "../job.ts";
import type { LandingTables } from "../landing/landingTables.ts";
import { landedColumns } from "../landing/landingTables.ts";
import type { FileFinding } from "../sources/fileFinding.ts";

export interface VerdictCounts {
  readonly rejectedCount: number;
  readonly acceptedWithFindingsCount: number;
  /** Rule code to number of source rows (of findings about a file: to 1 each). */
  readonly byRule: Readonly<Record<string, number>>;
}

export const noVerdicts: VerdictCounts = { rejectedCount: 0, acceptedWithFindingsCount: 0, byRule: {} };

export const rulesOf = (job: Job): readonly Rule[] => [...shapeRules, ...fileRules, ...job.rules];

const judged = z.object({ verdicts: z.number(), rejects: z.number() });
const counted = z.object({
  rejected: z.number(),
  doubtful: z.number(),
  by_rule: z.array(z.tuple([z.string(), z.number()])),
});

/** Rows whose form is at fault never reach a job's rules; their verdict is given here. */
export const writeShapeVerdicts = async (context: CleanseContext, tables: LandingTables): Promise<void> => {
  await context.warehouse.command(
    `INSERT INTO ${tables.verdicts} SELECT file_number, row_number, {codes:Array(String)}[shape_fault], 0, ''
     FROM ${tables.raw} WHERE shape_fault != 0`,
    { params: { codes: shapeRules.map((rule) => rule.code) }, signal: context.signal },
  );
};

/** Verdicts on the files themselves, and on rows against the form that they were filled in on. `findings[0]` is the first file's. */
export const writeFileVerdicts = async (
  context: CleanseContext,
  tables: LandingTables,
  findings: readonly (readonly FileFinding[])[],
): Promise<void> => {
  const rows = findings.flatMap((each, index) =>
    each.map(({ rule, row, detail }) => ({
      ...{ file_number: index + 1, row_number: row, rule_code: rule, place_key: 0, detail },
    })),
  );
  if (rows.length === 0) return;
  const body = Readable.from(rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`)));
  await context.warehouse.insertStream(`INSERT INTO ${tables.verdicts} FORMAT JSONEachRow`, body, {
    signal: context.signal,
  });
};

/** Turns the verdicts into ops.findings, and the rejected rows, encrypted, into ops.rejects. */
export const writeVerdicts = async (
  context: CleanseContext,
  job: Job,
  tables: LandingTables,
  rejectsKey: string,
): Promise<VerdictCounts> => {
  const { warehouse, signal } = context;
  const rejectCodes = rulesOf(job)
    .filter((rule) => rule.severity === "reject")
    .map((rule) => rule.code);
  const [given] = await warehouse.query(
    `SELECT count() AS verdicts, countIf(row_number > 0 AND rule_code IN {reject_codes:Array(String)}) AS rejects
     FROM ${tables.verdicts}`,
    { params: { reject_codes: rejectCodes }, schema: judged, signal },
  );
  if (given?.verdicts === 0) return noVerdicts;
  const common = {
    load_id: context.loadId,
    run_id: context.runId,
    job: job.name,
    names: context.files.map((file) => file.name),
  };
  await warehouse.command(
    `INSERT INTO ops.findings (load_id, run_id, job, rule_code, file_name, row_number, place_key, detail)
     SELECT {load_id:UInt64}, toUUID({run_id:String}), {job:String}, rule_code, {names:Array(String)}[file_number], row_number, place_key, detail
     FROM ${tables.verdicts}`,
    { params: common, signal },
  );
  if (given?.rejects !== 0) await writeRejects(context, job, tables, { ...common, rejectsKey, rejectCodes });
  const [written] = await warehouse.query(
    `SELECT
       (SELECT count() FROM ops.rejects WHERE load_id = {load_id:UInt64}) AS rejected,
       (SELECT count() FROM (
          SELECT file_number, row_number FROM ${tables.verdicts} WHERE row_number > 0
          GROUP BY file_number, row_number HAVING countIf(rule_code IN {reject_codes:Array(String)}) = 0)) AS doubtful,
       arraySort(groupArray((rule_code, rows))) AS by_rule
     FROM (
       SELECT rule_code, uniqExact(file_name, row_number) AS rows FROM ops.findings WHERE load_id = {load_id:UInt64}
       GROUP BY rule_code)`,
    { params: { load_id: context.loadId, reject_codes: rejectCodes }, schema: counted },
  );
  return {
    rejectedCount: written?.rejected ?? 0,
    acceptedWithFindingsCount: written?.doubtful ?? 0,
    byRule: Object.fromEntries(written?.by_rule ?? []),
  };
};

type RejectsRequest = Parameters & { readonly rejectsKey: string; readonly rejectCodes: readonly string[] };

/** The nonce is a keyed hash of the row's position under a random key of this run, so no two rows share one. */
const writeRejects = async (
  { warehouse, signal }: CleanseContext,
  job: Job,
  tables: LandingTables,
  { rejectsKey, rejectCodes, ...common }: RejectsRequest,
): Promise<void> => {
  const fields = landedColumns(job).map(({ name }) => `'${name}', toString(${name})`);
  const nonce = randomBytes(16);
  await warehouse.command(
    `INSERT INTO ops.rejects (load_id, run_id, job, file_name, row_number, rule_codes, nonce, row_encrypted)
     SELECT {load_id:UInt64}, toUUID({run_id:String}), {job:String}, {names:Array(String)}[raw.file_number], raw.row_number, rejected.codes,
       toFixedString(substring(sipHash128Keyed(({n0:UInt64}, {n1:UInt64}), raw.file_number, raw.row_number), 1, 12), 12) AS nonce,
       encrypt('aes-256-gcm', toJSONString(map(${fields.join(", ")})), unhex({rejects_key:String}), nonce)
     FROM ${tables.raw} AS raw
     INNER JOIN (
       SELECT file_number, row_number, arraySort(groupUniqArray(rule_code)) AS codes FROM ${tables.verdicts}
       WHERE rule_code IN {reject_codes:Array(String)} AND row_number > 0 GROUP BY file_number, row_number
     ) AS rejected ON raw.file_number = rejected.file_number AND raw.row_number = rejected.row_number`,
    {
      params: {
        ...common,
        rejects_key: rejectsKey,
        reject_codes: rejectCodes,
        n0: nonce.readBigUInt64LE(0),
        n1: nonce.readBigUInt64LE(8),
      },
      signal,
    },
  );
};
