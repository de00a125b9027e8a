import { placeKeySql, structureOfPlaceSql } from "../../../warehouse/areas/placeKey.ts";
import type { OpenReports } from "./openReports.ts";
import { otherBatches } from "./otherBatches.ts";
import { sequenceRules } from "./sequenceRules.ts";

/** Codes named in a finding; the rest is only counted. */
const codesNamed = 20;

const newest = (column: string): string => `(SELECT argMax(${column}, valid_from) FROM mart.dim_structures FINAL)`;

/** SQL: whether the month is of the structure in force today, and by it the structure and province that a place counts in. */
const isToday = `toLastDayOfMonth(month) >= ${newest("valid_from")}`;
const homeToday = (place: string): string =>
  `(1, ${newest("structure_code")}, dictGet('mart.places', 'now_province_code', ${place}))`;
const homeThen = (place: string): string =>
  `(0, ${structureOfPlaceSql(place)}, dictGet('mart.places', 'then_province_code', ${place}))`;

/**
 * Lists, for each province and month that the run's reports are of, the public facilities in force of which no batch in
 * force has a report of that month. Months since the last reform count by the provinces of today, those before by the
 * provinces in which the list has the facilities.
 */
export const findSilentFacilities = async (reports: OpenReports): Promise<void> => {
  const { context, report, params, kept, others } = reports;
  const { warehouse, verdictsTable, signal } = context;
  const lists = await otherBatches(context, "facilities", report.job);
  if (!lists.isAny) return;
  await warehouse.command(
    `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT file, 0, '${sequenceRules.facilitySilent.code}', ${placeKeySql("home.2", "province", "toUInt32(home.3)")},
       concat(formatDateTime(month, '%Y-%m'), ': ', toString(count()), ' (',
         arrayStringConcat(arraySlice(arraySort(groupArray(facility_code)), 1, ${codesNamed}), ', '),
         if(count() > ${codesNamed}, ', …)', ')'))
     FROM (
       SELECT month, if(${isToday}, ${homeToday("place_key")}, ${homeThen("place_key")}) AS home, min(file_number) AS file
       FROM (SELECT DISTINCT file_number, place_key, toStartOfMonth(period) AS month FROM ${kept})
       WHERE match(home.3, '^[0-9]{2}$')
       GROUP BY month, home
     ) AS reported
     INNER JOIN (
       SELECT facility_code, first_day, last_day, home
       FROM (
         SELECT facility_code, valid_from AS first_day, argMax((valid_to, place_key, ownership), ${lists.rank}) AS listed,
           listed.1 AS last_day, listed.2 AS place
         FROM mart.dim_facilities WHERE ${lists.isOfThem}
         GROUP BY facility_code, first_day HAVING listed.3 = 'public'
       )
       ARRAY JOIN [${homeThen("place")}, ${homeToday("place")}] AS home
     ) AS expected USING (home)
     LEFT ANTI JOIN (
       SELECT facility_code, toStartOfMonth(period) AS month FROM ${kept}
       UNION DISTINCT
       SELECT facility_code, toStartOfMonth(${report.period.column}) AS month FROM ${report.factTable}
       WHERE ${others.isOfThem} AND month IN (SELECT toStartOfMonth(period) FROM ${kept})
     ) AS told USING (facility_code, month)
     WHERE first_day <= toLastDayOfMonth(month) AND last_day >= month
     GROUP BY home, month, file`,
    { params: { ...params, ...others.params, ...lists.params }, signal },
  );
};
