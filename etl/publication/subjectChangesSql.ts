import { dosesSql, type SubjectSource } from "./subjectSource.ts";
import { cohort, kind, notSent, state } from "./timelineCodes.ts";

/** Groups of figures that a load can change; the others need not be computed. */
export interface ChangedFigures {
  /** Recorded doses, subjects and people by number of doses. */
  readonly records: boolean;
  /** Whatever has a verification state. */
  readonly states: boolean;
  readonly certificates: boolean;
}

/** Where changes are written: straight into the rollup, or where both sides meet first. */
export type ChangesTable = "mart.agg_vaccination_by_day" | "landing.rollup_changes";

/*
 * A change is (kind, day, state, cohort, amount). A subject's state changes hold for each of its sent doses too (rule 4);
 * a dose sent after some of them makes those on the day it is sent, where they add up to the state of that day.
 */

/** Changes of dose figures. */
export const doseChangesSql = (table: ChangesTable, source: SubjectSource, figures: ChangedFigures): string => `
INSERT INTO ${table}
  (load_id, grain, place_key, day, state, cohort, id_kind, age_group, sex, vaccine_code, dose_number, facility_code,
   doses_injected, doses_recorded, doses_sent)
WITH
  doses AS (${dosesSql(source)})
SELECT
  {load_id:UInt64}, 'detail', subject.place_key, change.2, change.3, change.4,
  subject.id_kind, subject.age_group, subject.sex, dose.vaccine_code, dose.dose_number, dose.facility_code,
  ${amountOf(kind.injected, kind.injectedAndEntered)},
  ${amountOf(kind.entered, kind.injectedAndEntered)},
  ${amountOf(kind.sent)}
FROM doses AS dose
INNER JOIN ${histories} AS subject ON dose.person_key = subject.person_key
ARRAY JOIN arrayConcat(
  ${figures.records ? `${doseRecordChanges},` : ""}
  if(dose.sent_date = '${notSent}', [], arrayMap(
    change -> (${kind.sent}, greatest(change.day, dose.sent_date), change.state, change.cohort, change.amount),
    subject.state_changes))
) AS change`;

/** Most doses are entered on the day they are given: one change then. */
const doseRecordChanges = `if(dose.injected_date = dose.entered_date,
    [(${kind.injectedAndEntered}, dose.injected_date, ${state.none}, ${cohort.none}, 1)],
    [(${kind.injected}, dose.injected_date, ${state.none}, ${cohort.none}, 1),
     (${kind.entered}, dose.entered_date, ${state.none}, ${cohort.none}, 1)])`;

/** Changes of subject figures. `subjects_cleansed` stands at the to-clean state that was left or entered (rule 6). */
export const subjectChangesSql = (table: ChangesTable, figures: ChangedFigures): string => `
INSERT INTO ${table}
  (load_id, grain, place_key, day, state, cohort, id_kind, age_group, sex,
   subjects_recorded, subjects_sent, subjects_cleansed,
   people_with_1_dose, people_with_2_doses, people_with_3_doses, certificates_signed)
SELECT
  {load_id:UInt64}, 'detail', place_key, change.2, change.3, change.4, id_kind, age_group, sex,
  ${amountOf(kind.firstDose)},
  ${amountOf(kind.sent)},
  ${amountOf(kind.cleansed)},
  ${amountOf(kind.firstDose)},
  ${amountOf(kind.secondDose)},
  ${amountOf(kind.thirdDose)},
  ${amountOf(kind.certificate)}
FROM ${histories}
ARRAY JOIN arrayConcat(
  ${subjectChangeLists(figures).join(",\n  ")}
) AS change`;

const subjectChangeLists = (figures: ChangedFigures): string[] => [
  ...(figures.records
    ? [
        `arrayMap(
    (entered_date, number) -> (${kind.firstDose} + number - 1, entered_date, ${state.none}, ${cohort.none}, 1),
    arraySlice(entered_dates, 1, 3), arrayEnumerate(arraySlice(entered_dates, 1, 3)))`,
      ]
    : []),
  ...(figures.certificates
    ? [
        `arrayMap(
    signed_date -> (${kind.certificate}, signed_date, ${state.none}, ${cohort.none}, 1), certificate_dates)`,
      ]
    : []),
  ...(figures.states
    ? [
        `arrayMap(
    change -> (${kind.sent}, change.day, change.state, change.cohort, change.amount), state_changes)`,
        `arrayMap(
    change -> (${kind.cleansed}, change.day, change.state, change.cohort, change.amount), cleansed_changes)`,
      ]
    : []),
];

/** The change's amount where it is of these kinds, on this side's sign. */
const amountOf = (...kinds: number[]): string => `if(change.1 IN (${kinds.join(", ")}), {sign:Int8} * change.5, 0)`;

const histories = `(
  SELECT * FROM landing.rollup_subjects
  WHERE load_id = {load_id:UInt64} AND person_key BETWEEN {first_person:UInt128} AND {last_person:UInt128}
)`;
