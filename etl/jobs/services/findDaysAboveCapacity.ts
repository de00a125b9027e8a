import type { OpenReports } from "../facilityReports/openReports.ts";
import { otherBatches } from "../facilityReports/otherBatches.ts";
import { daysAboveCapacityRule } from "./serviceRules.ts";

/**
 * Compares days of inpatients with the beds that the facility last reported by the month's end, from the reports of resources in
 * force. Facilities that had reported no beds by then are not judged.
 */
export const findDaysAboveCapacity = async ({ context, report, params, kept }: OpenReports): Promise<void> => {
  const resources = await otherBatches(context, "resources", report.job);
  if (!resources.isAny) return;
  await context.warehouse.command(
    `INSERT INTO ${context.verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT file_number, row_number, '${daysAboveCapacityRule.code}', place_key,
       concat(formatDateTime(period, '%Y-%m'), ': ', toString(inpatient_days), ' > ', toString(beds), ' × ', toString(days))
     FROM (
       SELECT file_number, row_number, facility_code, place_key, period, inpatient_days,
         toLastDayOfMonth(period) AS known_by, toDayOfMonth(known_by) AS days
       FROM ${kept} WHERE inpatient_days > 0
     ) AS told
     ASOF INNER JOIN (
       SELECT facility_code, known_from, argMax(report.1, month) AS beds
       FROM (
         SELECT facility_code, month, argMax((beds_actual, updated_date), ${resources.rank}) AS report, report.2 AS known_from
         FROM mart.fct_resources WHERE ${resources.isOfThem} AND facility_code IN (SELECT facility_code FROM ${kept})
         GROUP BY facility_code, month HAVING report.1 >= 0
       )
       GROUP BY facility_code, known_from
     ) AS capacity ON told.facility_code = capacity.facility_code AND told.known_by >= capacity.known_from
     WHERE inpatient_days > toInt64(beds) * days`,
    { params: { ...params, ...resources.params }, signal: context.signal },
  );
};
