import type { OpenReports } from "../facilityReports/openReports.ts";
import { totalRules } from "./paymentRules.ts";

/**
 * Compares each facility's lines of a day with the whole that it reports itself, where it does. A sum is compared for
 * equality only where every line has an amount.
 */
export const findDifferingTotals = async ({ context, kept, params }: OpenReports): Promise<void> => {
  await context.warehouse.command(
    `INSERT INTO ${context.verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT row.1, row.2, arrayJoin(arrayFilter(rule -> rule != '', [
         if(cashless > most_told, '${totalRules.cashlessAbove.code}', ''),
         if(is_complete AND (all_methods != least_told OR all_methods != most_told), '${totalRules.differs.code}', '')])) AS found,
       place, concat(toString(period), ': ', toString(if(found = '${totalRules.cashlessAbove.code}', cashless, all_methods)),
         if(found = '${totalRules.cashlessAbove.code}', ' > ', ' ≠ '), toString(if(all_methods = most_told, least_told, most_told)))
     FROM (
       SELECT period, min((file_number, row_number)) AS row, any(place_key) AS place,
         minIf(total_amount, total_amount >= 0) AS least_told, max(total_amount) AS most_told,
         sum(greatest(amount_vnd, 0)) AS all_methods, min(amount_vnd) >= 0 AS is_complete,
         sumIf(amount_vnd, amount_vnd > 0 AND method_code NOT IN ('cash', 'unknown')) AS cashless
       FROM ${kept} GROUP BY facility_code, period HAVING most_told >= 0
     )`,
    { params, signal: context.signal },
  );
};
