import { dosesSql, loadOrder, personCondition, type SubjectSource } from "./subjectSource.ts";
import { cohort, never, notSent, state } from "./timelineCodes.ts";

/**
 * Fills landing.rollup_subjects: "The life of a subject" of docs/data-model.md, rules 2, 3 and 5, for one range of
 * subjects as one side's loads have it. A person without a dose has no row: its checks wait until a dose comes.
 */
export const subjectHistoriesSql = (source: SubjectSource): string => `
INSERT INTO landing.rollup_subjects
  (load_id, person_key, place_key, id_kind, age_group, sex, entered_dates, certificate_dates,
   state_changes, cleansed_changes)
WITH
  toDate('${never}') AS never,
  {baseline_date:Date} AS baseline,

  dose_histories AS (
    SELECT
      person_key,
      -- The row entered last tells where and as whom the subject counts.
      argMax((place_key, id_kind::UInt8, sex::UInt8, birth_year), (entered_date, dose_number, dose_key)) AS home,
      toYear(max(injected_date)) AS last_dose_year,
      arraySort(groupArray(entered_date)) AS entered_dates,
      min(if(sent_date = '${notSent}', never, sent_date)) AS first_sent_date
    FROM (${dosesSql(source)})
    GROUP BY person_key
  ),

  -- Of several checks on one day: the later load, then the worse result.
  daily_checks AS (
    SELECT
      person_key,
      checked_date,
      ${lastResult("verification_loads")} AS last_result,
      ${source.lessVerifications === undefined ? "0" : lastResult("less_verification_loads")} AS less_last_result
    FROM mart.fct_verifications
    WHERE (load_id IN {verification_loads:Array(UInt64)} OR load_id IN {less_verification_loads:Array(UInt64)})
      AND ${personCondition(source)}
    GROUP BY person_key, checked_date
  ),
  check_histories AS (
    SELECT
      person_key,
      arraySort(groupArrayIf((checked_date, last_result), last_result != 0)) AS checks,
      arraySort(groupArrayIf((checked_date, less_last_result), less_last_result != 0)) AS less_checks
    FROM daily_checks
    GROUP BY person_key
  ),

  certificate_histories AS (
    SELECT person_key, arraySort(groupUniqArray(signed_date)) AS certificate_dates
    FROM mart.fct_certificates
    WHERE load_id IN {certificate_loads:Array(UInt64)} AND ${personCondition(source)}
    GROUP BY person_key
  ),

  last_dose_year - home.4 AS age,
${stateChanges("")}${source.lessVerifications === undefined ? "" : `,\n${stateChanges("less_")}`}
SELECT
  {load_id:UInt64},
  person_key,
  home.1,
  home.2,
  multiIf(home.4 = 0 OR age < 0, 0, age < 5, 1, age < 12, 2, age < 18, 3, age < 30, 4, age < 50, 5, age < 65, 6, 7),
  home.3,
  entered_dates,
  certificate_dates,
  ${source.lessVerifications === undefined ? "state_changes" : net("state_changes")},
  ${source.lessVerifications === undefined ? "cleansed_changes" : net("cleansed_changes")}
FROM dose_histories
LEFT ANY JOIN check_histories USING (person_key)
LEFT ANY JOIN certificate_histories USING (person_key)`;

/** Result of the last publication among the loads that speak of the day; 0 if none does. */
const lastResult = (loads: string): string =>
  `maxIf((${loadOrder(loads)}, result::UInt8), load_id IN {${loads}:Array(UInt64)}).2`;

/** Expressions that lead from `<side>checks` to `<side>changes`. */
const stateChanges = (side: "" | "less_"): string => `
  first_sent_date <= baseline
    AND arrayLast(check -> check.1 <= baseline, ${side}checks).2 >= ${state.firstToClean} AS ${side}is_of_baseline,

  -- A stretch starts when the subject is sent, on each later day of a check, and, for the campaign's cohort, on the day
  -- after the baseline.
  arrayDistinct(arraySort(arrayFilter(
    day -> day >= first_sent_date AND day < never,
    arrayConcat([first_sent_date, if(${side}is_of_baseline, baseline + 1, never)], ${side}checks.1)))) AS ${side}starts,
  arrayPopFront(arrayPushBack(${side}starts, never)) AS ${side}ends,

  -- The state of a day is the result of the last check on or before it, sent or not.
  arrayMap(
    start -> if(
      arrayExists(check -> check.1 <= start, ${side}checks),
      arrayLast(check -> check.1 <= start, ${side}checks).2,
      ${state.pending}),
    ${side}starts) AS ${side}states,

  arrayMin(arrayPushBack(
    arrayFilter((start, state) -> start > baseline AND state = ${state.right}, ${side}starts, ${side}states),
    never)) AS ${side}first_right_date,
  arrayMap(
    (start, state) -> multiIf(
      start <= baseline OR NOT ${side}is_of_baseline, ${cohort.none},
      state >= ${state.firstToClean} AND ${side}first_right_date < start, ${cohort.baselineRelapsed},
      ${cohort.baseline}),
    ${side}starts, ${side}states) AS ${side}cohorts,

  arrayFilter(change -> change.1 < never, arrayConcat(
    arrayMap((start, state, cohort) -> (start, state, cohort, 1), ${side}starts, ${side}states, ${side}cohorts),
    arrayMap((end, state, cohort) -> (end, state, cohort, -1), ${side}ends, ${side}states, ${side}cohorts)
  )) AS ${side}state_changes,

  arrayFilter(change -> change.4 != 0, arrayMap(
    (before, state, start, cohort) -> multiIf(
      before >= ${state.firstToClean} AND state = ${state.right}, (start, before, cohort, 1),
      before = ${state.right} AND state >= ${state.firstToClean}, (start, state, cohort, -1),
      (start, state, cohort, 0)),
    arrayPopBack(arrayPushFront(${side}states, ${state.none})), ${side}states, ${side}starts, ${side}cohorts
  )) AS ${side}cleansed_changes`;

/** What one side says and the other does not, the other's with the opposite sign. */
const net = (changes: "state_changes" | "cleansed_changes"): string => `arrayConcat(
    arrayFilter(change -> NOT has(less_${changes}, change), ${changes}),
    arrayMap(change -> (change.1, change.2, change.3, -change.4),
      arrayFilter(change -> NOT has(${changes}, change), less_${changes})))`;
