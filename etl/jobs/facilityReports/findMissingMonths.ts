import { sequenceColumns } from "./facilityReport.ts";
import type { OpenReports } from "./openReports.ts";
import { rhythmOf } from "./rhythm.ts";
import { sequenceRules } from "./sequenceRules.ts";

/** Months named in a finding; a longer gap ends in "…". */
const monthsNamed = 12;

/**
 * Lists months between two of a facility's reports of which no batch in force has one, where the facility left out more than
 * its rhythm explains. Told at the first report after the gap.
 */
export const findMissingMonths = async (reports: OpenReports): Promise<void> => {
  const { context, report, params, kept, others } = reports;
  const { warehouse, verdictsTable, signal } = context;
  const columns = sequenceColumns(report);
  const gap = "(step - 1)";
  await warehouse.command(
    `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT row.1, row.2, '${sequenceRules.monthMissing.code}', place,
       concat(arrayStringConcat(arrayMap(nth -> formatDateTime(addMonths(previous, nth), '%Y-%m'), range(1, toUInt32(least(${gap}, ${monthsNamed}) + 1))), ', '),
         if(${gap} > ${monthsNamed}, ', …', ''))
     FROM (
       SELECT *, arrayFilter(each -> each > 0, groupArray(step) OVER (PARTITION BY ${columns})) AS steps
       FROM (
       SELECT ${columns}, month, row, place,
         lagInFrame(month, 1, toDate(0)) OVER (PARTITION BY ${columns} ORDER BY month ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS previous,
         if(previous = toDate(0), 0, dateDiff('month', previous, month)) AS step
       FROM (
         SELECT ${columns}, month, minIf(position, position.1 > 0) AS row, max(place_key) AS place
         FROM (
           SELECT ${columns}, toStartOfMonth(period) AS month, (file_number, row_number) AS position, place_key FROM ${kept}
           UNION ALL
           SELECT ${columns}, toStartOfMonth(${report.period.column}) AS month,
             (toUInt16(0), toUInt64(0)) AS position, toUInt32(0) AS place_key
           FROM ${report.factTable} WHERE ${others.isOfThem} AND facility_code IN (SELECT facility_code FROM ${kept})
         )
         GROUP BY ${columns}, month
       )
       )
     )
     WHERE row.1 > 0 AND step > ${rhythmOf("steps", "step")}`,
    { params: { ...params, ...others.params }, signal },
  );
};
