import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { countOf } from "../countOf.ts";
import { facilityOfRow } from "../facilityReports/facilityOfRow.ts";
import type { RowRule } from "../rowRule.ts";
import { claimColumns } from "./claimColumns.ts";
import { claimDayOf } from "./claimDayOf.ts";
import { kindList, kindOf } from "./claimKinds.ts";
import { claimRepeatedRule, claimRules } from "./claimRules.ts";

/** Tables of a run of the job, in database `landing`. None of them has a patient's data, nor a claim's key but its hash. */
export const claimTables = ({ landingPrefix }: Pick<CleanseContext, "landingPrefix">) => ({
  read: `${landingPrefix}read`,
  repeats: `${landingPrefix}repeats`,
  kept: `${landingPrefix}kept`,
});

const broken = (rules: readonly RowRule[], severity: RowRule["severity"]): string =>
  `arrayFilter(code -> code != '', [${rules
    .filter((rule) => rule.severity === severity)
    .map(({ code, condition }) => `if(${condition}, '${code}', '')`)
    .join(", ")}])`;

/**
 * Judges every claim, writes the verdicts, and creates the view `kept` of the claims that count: file_number, row_number,
 * facility, month (first day), place_key, is_visit, is_stay, days.
 */
export const readClaims = async (context: CleanseContext): Promise<Parameters> => {
  const { warehouse, verdictsTable, signal } = context;
  const { read, repeats, kept } = claimTables(context);
  const facility = await facilityOfRow(context, { facilityCode: "ma_cskcb" });
  const params: Parameters = { ...facility.params, as_of: context.asOf, load_id: context.loadId };
  const run = (sql: string): Promise<unknown> => warehouse.command(sql, { params, signal });
  const verdicts = `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)`;
  await run(`CREATE TABLE ${read} ENGINE = MergeTree ORDER BY tuple() AS
    SELECT *, ${broken(claimRules, "reject")} AS rejects, ${broken(claimRules, "finding")} AS findings
    FROM (
      SELECT file_number, row_number, claim_key, facility, source.ma_cskcb AS told_code,
        ${claimColumns.map(({ name }) => `trimBoth(source.${name}) = ''`).join(" AND ")} AS is_empty,
        ${claimDayOf("ngay_vao")} AS admitted, ${claimDayOf("ngay_ra")} AS discharged,
        toStartOfMonth(discharged) AS month, ${kindOf("ma_loai_kcb")} AS kind, ${countOf("so_ngay_dtri")} AS stay,
        has(${kindList("visits")}, kind) AS is_visit, has(${kindList("stays")}, kind) AS is_stay,
        multiIf(NOT is_stay OR kind = '09', 0, stay >= 0, stay, dateDiff('day', admitted, discharged) + 1) AS days,
        is_listed, ${facility.isKnown("discharged")} AS is_in_force, ${facility.placeKey("toLastDayOfMonth(discharged)")} AS place_key
      FROM ${facility.rows} AS source
    )`);
  await run(`${verdicts}
    SELECT file_number, row_number, arrayJoin(arrayConcat(rejects, findings)), place_key,
      if(discharged > toDate(0), formatDateTime(discharged, '%Y-%m'), '')
    FROM ${read}`);
  // Nearly all claims come once: only the others are sorted.
  const isSound = "empty(rejects)";
  await run(`CREATE TABLE ${repeats} ENGINE = MergeTree ORDER BY (file_number, row_number) AS
    SELECT file_number, row_number, place_key, month
    FROM ${read}
    WHERE ${isSound} AND (claim_key, facility) IN (SELECT claim_key, facility FROM ${read} WHERE ${isSound} GROUP BY claim_key, facility HAVING count() > 1)
    QUALIFY row_number() OVER (PARTITION BY claim_key, facility ORDER BY file_number, row_number) > 1`);
  await run(`${verdicts}
    SELECT file_number, row_number, '${claimRepeatedRule.code}', place_key, formatDateTime(month, '%Y-%m') FROM ${repeats}`);
  await run(`CREATE VIEW ${kept} AS
    SELECT file_number, row_number, facility, month, place_key, is_visit, is_stay, days FROM ${read}
    WHERE ${isSound} AND (file_number, row_number) NOT IN (SELECT file_number, row_number FROM ${repeats})`);
  return params;
};
