import type { CleanseContext } from "../../job.ts";
import type { DoseReference } from "./doseReference.ts";
import { doseSelect } from "./doseSelect.ts";
import type { RepeatedDoses } from "./findRepeatedDoses.ts";

/**
 * Lists what only a person's doses together show: the same day twice, an order that contradicts the numbers, a number
 * twice. People whose doses' days rise strictly with their numbers, nearly all, are left out by one pass over three columns.
 * Rejected rows do not count.
 */
export const listPersonFindings = async (
  context: CleanseContext,
  reference: DoseReference,
  { elsewhere }: RepeatedDoses,
  rejectCodes: readonly string[],
): Promise<void> => {
  const { warehouse, landingTable, verdictsTable, signal } = context;
  const people = `${context.landingPrefix}people`;
  await warehouse.command(`CREATE TABLE ${people} (h UInt64) ENGINE = MergeTree ORDER BY h`);
  await warehouse.command(
    `INSERT INTO ${people} SELECT h FROM (
       SELECT h FROM (
         SELECT toUInt64(person_key) AS h, arraySort(groupArray(toUInt32(dose_number_read) * 65536 + toUInt16(injected_date))) AS doses
         FROM ${landingTable} WHERE person_key != 0 GROUP BY h
       ) WHERE length(doses) > 1 AND arrayExists((later, earlier) ->
         later % 65536 <= earlier % 65536 OR intDiv(later, 65536) = intDiv(earlier, 65536), arrayPopFront(doses), arrayPopBack(doses))
       UNION DISTINCT SELECT toUInt64(person_key) FROM ${elsewhere})`,
    { signal },
  );
  const rows = doseSelect(landingTable, reference.structures, {
    where: `toUInt64(person_key) IN (SELECT h FROM ${people})
      AND (file_number, row_number) NOT IN (SELECT file_number, row_number FROM ${verdictsTable} WHERE rule_code IN {reject_codes:Array(String)})`,
  });
  await warehouse.command(
    `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT file_number, row_number, arrayJoin(codes), place_key, '' FROM (
       SELECT file_number, row_number, place_key,
         row_number() OVER (PARTITION BY person_key, injected_date ORDER BY file_number, row_number) AS nth_of_day,
         max(injected_date) OVER (PARTITION BY person_key ORDER BY if(dose_number = 0, 255, dose_number)
           RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest_before,
         count() OVER (PARTITION BY person_key, dose_number) AS of_number,
         count() OVER (PARTITION BY person_key, dose_number, injected_date) AS of_number_and_day,
         arrayFilter(code -> code != '', [
           if(nth_of_day > 1 OR (person_key, injected_date) IN (SELECT person_key, injected_date FROM ${elsewhere}), 'near_duplicate', ''),
           if(dose_number != 0 AND latest_before > injected_date, 'dose_order', ''),
           if(dose_number != 0 AND of_number > of_number_and_day, 'dose_number_repeated', '')]) AS codes
       FROM (${rows}))`,
    { params: { ...reference.params, reject_codes: rejectCodes }, signal },
  );
};
