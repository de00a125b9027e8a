import type { CleanseContext } from "../../job.ts";
import { otherBatches } from "../facilityReports/otherBatches.ts";
import { formDiffersRule } from "./claimRules.ts";
import { claimTables } from "./readClaims.ts";

/** Lists months of facilities whose form in force has other insured visits than the claims; at the month's first claim. */
export const findFormDifferences = async (context: CleanseContext): Promise<void> => {
  const { warehouse, verdictsTable, signal } = context;
  const { kept } = claimTables(context);
  const forms = await otherBatches(context, "services", "claims");
  if (!forms.isAny) return;
  await warehouse.command(
    `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT row.1, row.2, '${formDiffersRule.code}', place, concat(facility, ' ', formatDateTime(month, '%Y-%m'), ': ', toString(by_form), ' → ', toString(visits))
     FROM (
       SELECT facility, month, min((file_number, row_number)) AS row, any(place_key) AS place, toInt64(countIf(is_visit)) AS visits
       FROM ${kept} GROUP BY facility, month
     ) AS claims
     INNER JOIN (
       SELECT facility_code AS facility, month, argMax(insured_visits, ${forms.rank}) AS by_form
       FROM mart.fct_services WHERE ${forms.isOfThem} AND source = 'form' GROUP BY facility, month
     ) AS form USING (facility, month)
     WHERE by_form >= 0 AND by_form != visits`,
    { params: forms.params, signal },
  );
};
