import { z } from "zod";
import type { CleanseContext, CleanseResult, Job } from "../../job.ts";
import { dayOf } from "../dayOf.ts";
import { hashOf } from "../hashOf.ts";
import { parallelInsert } from "../parallelInsert.ts";
import { doseColumns } from "./doseColumns.ts";
import { readDoseReference } from "./doseReference.ts";
import { doseRules } from "./doseRules.ts";
import {
  doseBit,
  doseBits,
  doseContent,
  doseFactColumns,
  doseRejectMask,
  doseSelect,
  doseTypedColumns,
} from "./doseSelect.ts";
import { findRepeatedDoses } from "./findRepeatedDoses.ts";
import { listPersonFindings } from "./listPersonFindings.ts";

const typedNames = Object.keys(doseTypedColumns).join(", ");
const suspected = (suspects: string): string => `toUInt64(dose_key) IN (SELECT h FROM ${suspects})`;

/**
 * A table that keeps nothing: what is inserted goes on to the facts and to the verdicts, so that each row's rules are
 * computed once.
 */
const createTypedTable = async ({ warehouse, landingPrefix, verdictsTable }: CleanseContext): Promise<string> => {
  const typed = `${landingPrefix}typed`;
  const columns = Object.entries(doseTypedColumns).map(([name, type]) => `${name} ${type}`);
  const codes = doseBits.map((code) => `'${code}'`).join(", ");
  await warehouse.command(`CREATE TABLE ${typed} (${columns.join(", ")}) ENGINE = Null`);
  await warehouse.command(
    `CREATE MATERIALIZED VIEW ${landingPrefix}to_facts TO mart.fct_doses AS
     SELECT ${Object.keys(doseFactColumns).join(", ")} FROM ${typed} WHERE bitAnd(broken, ${doseRejectMask}) = 0`,
  );
  await warehouse.command(
    `CREATE MATERIALIZED VIEW ${landingPrefix}to_verdicts TO ${verdictsTable} AS
     SELECT file_number, row_number, arrayJoin(arrayMap(bit -> [${codes}][bit + 1], bitPositionsToArray(broken))) AS rule_code,
       place_key, if(startsWith(rule_code, 'commune_'), detail, '') AS detail
     FROM ${typed} WHERE broken != 0`,
  );
  return typed;
};

/** Of the rows with one dose id, the first that is sound by itself is counted, unless another batch has the dose. */
const resolveRepeated = (rows: string, elsewhere: string): string => {
  const flag = (condition: string, code: string): string => `toUInt64(${condition}) * ${doseBit(code)}`;
  return `SELECT ${typedNames
    .split(", ")
    .map((name) => (name === "broken" ? "broken_alone + of_others AS broken" : name))
    .join(", ")} FROM (
    SELECT * EXCEPT broken, broken AS broken_alone, bitAnd(broken, ${doseRejectMask}) = 0 AS is_sound,
      row_number() OVER same AS nth,
      first_value(content) OVER same AS first_content,
      countIf(is_sound) OVER whole AS sound_count,
      uniqExactIf(content, is_sound) OVER whole AS content_count,
      dose_key IN (SELECT dose_key FROM ${elsewhere}) AS is_elsewhere,
      if(NOT is_sound, 0, if(is_elsewhere, ${doseBit("dose_in_other_batch")},
        ${flag("nth > 1 AND content = first_content", "duplicate_row")}
        + ${flag("nth > 1 AND content != first_content", "dose_id_conflict")}
        + ${flag("nth = 1 AND content_count > 1", "dose_id_conflict_kept")})) AS of_others
    FROM (${rows})
    WINDOW whole AS (PARTITION BY dose_key),
      same AS (PARTITION BY dose_key, is_sound ORDER BY file_number, row_number))`;
};

const written = z.object({ rows: z.number(), first_date: z.string(), last_date: z.string() });

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const { warehouse, landingTable, loadId, signal } = context;
  const reference = await readDoseReference(context);
  const { structures, params } = reference;
  const repeated = await findRepeatedDoses(context);
  const typed = await createTypedTable(context);

  const others = doseSelect(landingTable, structures, { where: `NOT (${suspected(repeated.suspects)})` });
  await warehouse.command(`INSERT INTO ${typed} (${typedNames}) ${others}`, {
    params,
    signal,
    settings: parallelInsert,
  });
  const suspects = doseSelect(landingTable, structures, {
    where: suspected(repeated.suspects),
    more: [`${doseContent} AS content`],
  });
  if (repeated.count > 0) {
    await warehouse.command(`INSERT INTO ${typed} (${typedNames}) ${resolveRepeated(suspects, repeated.elsewhere)}`, {
      params,
      signal,
    });
  }
  const rejectCodes = doseRules.filter((rule) => rule.severity === "reject").map((rule) => rule.code);
  await listPersonFindings(context, reference, repeated, rejectCodes);

  const [facts] = await warehouse.query(
    `SELECT count() AS rows, toString(min(injected_date)) AS first_date,
       toString(max(greatest(injected_date, entered_date, sent_date))) AS last_date
     FROM mart.fct_doses WHERE load_id = {load_id:UInt64}`,
    { params: { load_id: loadId }, schema: written, signal },
  );
  const count = facts?.rows ?? 0;
  return {
    acceptedCount: count,
    factCount: count,
    firstDate: count === 0 ? undefined : facts?.first_date,
    lastDate: count === 0 ? undefined : facts?.last_date,
  };
};

/** One row per dose given, from the vaccination platform's export. */
export const dosesJob: Job = {
  name: "doses",
  columns: doseColumns,
  rules: doseRules,
  landingColumns: [
    { name: "person_key", type: "UInt128", expression: hashOf("person_id") },
    { name: "dose_key", type: "UInt128", expression: hashOf("dose_id") },
    { name: "injected_date", type: "Date", expression: dayOf("injected_on") },
    {
      name: "dose_number_read",
      type: "UInt8",
      // "Mũi 2", "M2", "2.0" and "2" all say 2; words such as "nhắc lại 1" do not say which dose it is.
      expression: `if(length(dose_number) = 1, toUInt8OrZero(dose_number),
        toUInt8OrZero(replaceRegexpAll(lowerUTF8(normalizeUTF8NFC(dose_number)), '^(mũi|mui|m|dose)?\\\\s*(thứ|thu)?\\\\s*|[.]0$', '')))`,
    },
  ],
  cleanse,
};
