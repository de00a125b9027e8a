import type { CleanseContext } from "../../job.ts";
import { otherBatches } from "../facilityReports/otherBatches.ts";
import { rhythmOf } from "../facilityReports/rhythm.ts";
import { dossierCounts } from "./dossierColumns.ts";
import { dossierSequenceRules } from "./dossierRules.ts";

/** Told from twice what can have been resolved, and only beyond a few: dossiers of months before the first report are not known. */
const far = { times: 2, atLeast: 10 };

/** Lists what is odd about the accepted rows beside other months of the same procedure and place, in this batch and in others. */
export const listDossierFindings = async (context: CleanseContext): Promise<void> => {
  const { warehouse, landingPrefix, verdictsTable, signal } = context;
  const others = await otherBatches(context, "dossiers", "dossiers");
  const counts = dossierCounts.join(", ");
  const options = { params: { ...others.params, batch: context.batchCode }, signal };
  const months = `${landingPrefix}months`;
  // A month that another batch has too counts as this batch has it: it is the newer one.
  await warehouse.command(
    `CREATE TABLE ${months} ENGINE = MergeTree ORDER BY (code, place, month) AS
     SELECT code, place, month, argMax((row, ${counts}), rank) AS told, argMaxIf((rank, ${counts}), rank, row.1 = 0) AS elsewhere
     FROM (
       SELECT code, place, first_day AS month, (file_number, row_number) AS row, toUInt64(18446744073709551615) AS rank,
         ${dossierCounts.map((name, index) => `counts[${index + 1}] AS ${name}`).join(", ")}
       FROM ${landingPrefix}judged WHERE empty(rejects)
       UNION ALL
       SELECT procedure_code AS code, place_key AS place, fact.month, (toUInt16(0), toUInt64(0)) AS row, toUInt64(${others.rank}) AS rank, ${counts}
       FROM mart.fct_dossiers AS fact
       WHERE ${others.isOfThem} AND (procedure_code, place_key) IN (SELECT code, place FROM ${landingPrefix}judged WHERE empty(rejects))
     )
     GROUP BY code, place, month`,
    options,
  );
  const list = (code: string, detail: string, rows: string): Promise<unknown> =>
    warehouse.command(
      `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
       SELECT told.1.1, told.1.2, '${code}', place, concat(code, ' ', ${detail}) FROM (${rows})`,
      options,
    );
  const before = "OVER (PARTITION BY code, place ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
  await list(
    dossierSequenceRules.resolvedAbove.code,
    "concat(formatDateTime(month, '%Y-%m'), ': ', toString(told.4), ' > ', toString(told.2), ' + ', toString(left_over))",
    `SELECT *, greatest(0, sum(if(told.2 >= 0 AND told.4 >= 0, told.2 - told.4, 0)) ${before}) AS left_over FROM ${months}
     QUALIFY told.1.1 > 0 AND told.2 >= 0 AND told.4 > ${far.times} * (told.2 + left_over) AND told.4 - told.2 - left_over >= ${far.atLeast}`,
  );
  await list(
    dossierSequenceRules.monthMissing.code,
    `concat(formatDateTime(addMonths(previous, 1), '%Y-%m'), if(previous = addMonths(month, -2), '', concat(' – ', formatDateTime(addMonths(month, -1), '%Y-%m'))))`,
    `SELECT *, arrayFilter(each -> each > 0, groupArray(step) OVER (PARTITION BY code, place)) AS steps
     FROM (SELECT *, max(month) ${before} AS previous, if(previous = toDate(0), 0, dateDiff('month', previous, month)) AS step FROM ${months})
     QUALIFY told.1.1 > 0 AND step > ${rhythmOf("steps", "step")}`,
  );
  await list(
    dossierSequenceRules.reportedBefore.code,
    `concat(formatDateTime(month, '%Y-%m'), ': ', ${others.batchOf("elsewhere.1")}, ' → ', {batch:String})`,
    `SELECT * FROM ${months}
     WHERE told.1.1 > 0 AND elsewhere.1 > 0 AND (told.2, told.3, told.4, told.5) != (elsewhere.2, elsewhere.3, elsewhere.4, elsewhere.5)`,
  );
};
