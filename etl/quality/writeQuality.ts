import { z } from "zod";
import { placeKeySql } from "../../warehouse/areas/placeKey.ts";
import type { PlacedFacts } from "../../warehouse/sources/source.ts";
import { sources } from "../../warehouse/sources/sources.ts";
import type { Parameters } from "../../warehouse/Warehouse.ts";
import type { CleanseContext, Job } from "../job.ts";
import type { LandingTables } from "../landing/landingTables.ts";
import { rulesOf, type VerdictCounts } from "../rejects/writeVerdicts.ts";
import { findingKey } from "./findingKey.ts";

const summed = z.object({ received: z.number(), accepted: z.number(), doubtful: z.number(), rejected: z.number() });
const counted = z.object({ rows: z.number() });

/** SQL: the nation's unknown place where `place` is none that a list knows. */
const knownPlace = (place: string): string => `if(dictHas('mart.places', ${place}), ${place}, {nowhere:UInt32})`;

/** SQL: rows of (place, accepted, doubtful, rejected, fields, filled) whose sums by place are the load's quality. */
const partsSql = (facts: PlacedFacts | undefined, factRows: string, verdicts: string): string => {
  const fields = facts?.filledFields ?? [];
  const filled = fields.map((condition) => `countIf(${condition})`).join(" + ");
  const accepted =
    facts === undefined
      ? "SELECT {nowhere:UInt32} AS place, {accepted:Int64} AS accepted, 0 AS doubtful, 0 AS rejected, 0 AS fields, 0 AS filled"
      : `SELECT ${knownPlace("place_key")} AS place, toInt64(count()) AS accepted, 0 AS doubtful, 0 AS rejected,
           toInt64(count() * ${fields.length}) AS fields, toInt64(${filled || "0"}) AS filled
         FROM ${factRows} GROUP BY place`;
  return `${accepted}
    UNION ALL
    SELECT ${knownPlace("place_told")} AS place, 0, toInt64(countIf(NOT is_rejected)), toInt64(countIf(is_rejected)), 0, 0
    FROM (
      SELECT max(place_key) AS place_told, max(rule_code IN {reject_codes:Array(String)}) AS is_rejected
      FROM ${verdicts} WHERE row_number > 0 GROUP BY file_number, row_number
    )
    GROUP BY place`;
};

/** Every row received is accepted or rejected at exactly one place, or the run must not go on. */
const assertWhole = (
  sums: z.infer<typeof summed> | undefined,
  { accepted, rejectedCount, acceptedWithFindingsCount }: VerdictCounts & { accepted: number },
): void => {
  const whole = [accepted + rejectedCount, accepted, acceptedWithFindingsCount, rejectedCount];
  const found = [sums?.received, sums?.accepted, sums?.doubtful, sums?.rejected];
  if (whole.every((count, index) => count === found[index])) return;
  throw new Error(`quality by place adds up to ${found.join(", ")}, not to ${whole.join(", ")}: nothing was published`);
};

/**
 * Writes what became of the load's rows by place, and its findings by rule, file and place. A row's place is that of its fact,
 * or of its findings; where neither has one, the nation's unknown place of the structure in force as of the run.
 */
export const writeQuality = async (
  context: CleanseContext,
  job: Job,
  tables: LandingTables,
  counts: VerdictCounts & { readonly accepted: number },
): Promise<void> => {
  const { warehouse, signal } = context;
  const rules = rulesOf(job);
  const [nowhere] = await warehouse.query(
    `SELECT ${placeKeySql("argMaxIf(structure_code, valid_from, valid_from <= {as_of:Date})", "nation")} AS rows
     FROM mart.dim_structures FINAL`,
    { params: { as_of: context.asOf }, schema: counted },
  );
  const params: Parameters = {
    load_id: context.loadId,
    job: job.name,
    as_of: context.asOf,
    nowhere: nowhere?.rows ?? 0,
    accepted: counts.accepted,
    reject_codes: rules.filter(({ severity }) => severity === "reject").map(({ code }) => code),
    names: context.files.map((file) => file.name),
    rule_codes: rules.map(({ code }) => code),
    severities: rules.map(({ severity }) => severity),
    sentences_vi: rules.map(({ sentence }) => sentence.vi),
    sentences_en: rules.map(({ sentence }) => sentence.en),
  };
  const facts = sources[job.name].placed;
  const factRows = `(SELECT * FROM ${facts?.table ?? "system.one"} WHERE load_id = {load_id:UInt64} AND ${facts?.where ?? "true"})`;
  const [written] =
    facts === undefined
      ? []
      : await warehouse.query(`SELECT count() AS rows FROM ${factRows}`, { params, schema: counted });
  const isOneFactPerRow = written?.rows === counts.accepted;
  await warehouse.command(
    `INSERT INTO mart.agg_quality_by_load (load_id, job, as_of_date, place_key, received_count, accepted_count,
       accepted_with_findings_count, rejected_count, field_count, filled_field_count)
     SELECT {load_id:UInt64}, {job:String}, {as_of:Date}, place, sum(accepted) + sum(rejected), sum(accepted), sum(doubtful),
       sum(rejected), sum(fields), sum(filled)
     FROM (${partsSql(isOneFactPerRow ? facts : undefined, factRows, tables.verdicts)}) GROUP BY place`,
    { params, signal },
  );
  if (Object.keys(counts.byRule).length > 0) {
    await warehouse.command(
      `INSERT INTO mart.agg_findings_by_load (load_id, job, as_of_date, rule_code, severity, sentence_vi, sentence_en, file_name,
       place_key, finding_key, finding_count)
     SELECT {load_id:UInt64}, {job:String}, {as_of:Date}, rule, {severities:Array(String)}[at], {sentences_vi:Array(String)}[at],
       {sentences_en:Array(String)}[at], file, place, ${findingKey("{job:String}", "rule", "place")}, finding_count
     FROM (
       SELECT rule_code AS rule, indexOf({rule_codes:Array(String)}, rule_code) AS at, {names:Array(String)}[file_number] AS file,
         ${knownPlace("place_key")} AS place, count() AS finding_count
       FROM ${tables.verdicts} GROUP BY rule, at, file, place
     )`,
      { params, signal },
    );
  }
  const [sums] = await warehouse.query(
    `SELECT sum(received_count) AS received, sum(accepted_count) AS accepted, sum(accepted_with_findings_count) AS doubtful,
       sum(rejected_count) AS rejected
     FROM mart.agg_quality_by_load WHERE load_id = {load_id:UInt64}`,
    { params: { load_id: context.loadId }, schema: summed },
  );
  assertWhole(sums, counts);
};
