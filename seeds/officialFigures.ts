/**
 * The official figures that the sample comes out at, divided by the scale. Sources:
 * - APRIL: the Ministry's report to the Đề án 06 task force, figures of 2022-04-05;
 * - MID_2022: the Ministry's paper on the sector's databases, mid 2022;
 * - APRIL_2023: footnote of Decision 2491/QĐ-BYT, figures of 2023-04-04.
 */
export const MID_2022 = {
  dosesRecorded: 233_747_367,
  dosesNotEntered: 14_000_000,
  subjectsSent: 86_845_118,
  dosesSent: 222_251_210,
  subjectsWrong: 15_914_519,
  dosesWrong: 37_089_647,
  subjectsWrongByClass: {
    wrong_birth_date: 6_374_811,
    wrong_name: 1_252_187,
    wrong_name_and_birth_date: 3_525_675,
    id_not_found: 4_722_842,
    wrong_other: 39_004,
  },
} as const;

export const APRIL = {
  subjectsRecorded: 82_957_967,
  subjectsSent: 82_299_012,
  dosesSent: 196_725_301,
  subjectsNotSent: 658_955,
  dosesNotSent: 1_949_647,
  subjectsWithoutId: 9_900_043,
  subjectsWithoutIdRight: 7_838_402,
  subjectsUnverifiable: 2_061_641,
  dosesUnverifiable: 3_816_606,
} as const;

export const APRIL_2023 = { subjectsNoId: 3_192_378, subjectsMalformedId: 972_668 } as const;

/** What no report tells: chosen so that the reports around it hold. README.md gives the reasons. */
export const ASSUMED = {
  /** sent after the baseline: 82.0 million sent on 2022-03-24, 82.3 on 2022-04-05, 86.8 mid 2022 */
  newSubjectsShareOfSent: 4_845_118 / 86_845_118,
  /** sent in the last days, result not back yet */
  pendingShareOfSent: 0.003,
  dosesPerPendingSubject: 1.4,
  /** unverifiable although complete: of the unverifiable; the rest split as in April 2023 */
  notMatchedShareOfUnverifiable: 0.1,
  /** vaccine passports signed from 2022-04-15 to 2022-06-30 */
  certificatesSigned: 40_000_000,
} as const;
