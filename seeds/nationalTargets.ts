import { atScale, byLargestRemainder } from "./apportion.ts";
import { APRIL, APRIL_2023, ASSUMED, MID_2022 } from "./officialFigures.ts";

export const WRONG_CLASSES = [
  "wrong_birth_date",
  "wrong_name",
  "wrong_name_and_birth_date",
  "id_not_found",
  "wrong_other",
] as const;
export const UNVERIFIABLE_CLASSES = ["no_id", "malformed_id", "not_matched"] as const;
export type WrongClass = (typeof WRONG_CLASSES)[number];
export type UnverifiableClass = (typeof UNVERIFIABLE_CLASSES)[number];
/** What a check of the population database answers. */
export type CheckResult = "right" | WrongClass | UnverifiableClass;
/** Where a subject stands on the last day. */
export type FinalState = CheckResult | "pending" | "not_sent";
export const FINAL_STATES: readonly FinalState[] = [
  "right",
  ...WRONG_CLASSES,
  ...UNVERIFIABLE_CLASSES,
  "pending",
  "not_sent",
];

/** Subjects and doses of one final state; for `not_sent` the doses that those subjects have recorded. */
export interface StateTarget {
  readonly state: FinalState;
  readonly subjects: number;
  readonly doses: number;
}

export interface NationalTargets {
  readonly states: readonly StateTarget[];
  /** recorded but unsent doses of subjects that were sent: their newest dose */
  readonly unsentDosesOfSentSubjects: number;
  readonly dosesRecorded: number;
  readonly dosesNotEntered: number;
  readonly certificates: number;
}

/** The official figures divided by `scale`; parts always sum to their rounded whole. */
export function nationalTargets(scale: number): NationalTargets {
  const at = (figure: number): number => atScale(figure, scale);
  const sent = { subjects: at(MID_2022.subjectsSent), doses: at(MID_2022.dosesSent) };
  const wrong = { subjects: at(MID_2022.subjectsWrong), doses: at(MID_2022.dosesWrong) };
  const unverifiable = {
    subjects: at((MID_2022.subjectsSent * APRIL.subjectsUnverifiable) / APRIL.subjectsSent),
    doses: at((MID_2022.dosesSent * APRIL.dosesUnverifiable) / APRIL.dosesSent),
  };
  const pendingSubjects = at(MID_2022.subjectsSent * ASSUMED.pendingShareOfSent);
  const pending = { subjects: pendingSubjects, doses: Math.round(pendingSubjects * ASSUMED.dosesPerPendingSubject) };
  const notSentSubjects = (MID_2022.subjectsSent * APRIL.subjectsNotSent) / APRIL.subjectsSent;
  const notSent = {
    subjects: at(notSentSubjects),
    doses: Math.round(at(notSentSubjects) * (APRIL.dosesNotSent / APRIL.subjectsNotSent)),
  };
  const dosesRecorded = at(MID_2022.dosesRecorded);

  const states: StateTarget[] = [
    {
      state: "right",
      subjects: sent.subjects - wrong.subjects - unverifiable.subjects - pending.subjects,
      doses: sent.doses - wrong.doses - unverifiable.doses - pending.doses,
    },
    ...split(
      WRONG_CLASSES,
      wrong,
      WRONG_CLASSES.map((state) => MID_2022.subjectsWrongByClass[state]),
    ),
    ...split(UNVERIFIABLE_CLASSES, unverifiable, unverifiableWeights()),
    { state: "pending", ...pending },
    { state: "not_sent", ...notSent },
  ];
  return {
    states,
    unsentDosesOfSentSubjects: dosesRecorded - sent.doses - notSent.doses,
    dosesRecorded,
    dosesNotEntered: at(MID_2022.dosesNotEntered),
    certificates: at(ASSUMED.certificatesSigned),
  };
}

function split(
  states: readonly FinalState[],
  whole: { subjects: number; doses: number },
  weights: readonly number[],
): StateTarget[] {
  const subjects = byLargestRemainder(whole.subjects, weights);
  const doses = byLargestRemainder(whole.doses, subjects);
  return states.map((state, index) => ({ state, subjects: subjects[index] ?? 0, doses: doses[index] ?? 0 }));
}

/** No ID and malformed ID as on 2023-04-04; a stated share has everything and matches no one. */
function unverifiableWeights(): number[] {
  const { subjectsNoId, subjectsMalformedId } = APRIL_2023;
  const withoutMatch = ASSUMED.notMatchedShareOfUnverifiable;
  const rest = (1 - withoutMatch) / (subjectsNoId + subjectsMalformedId);
  return [subjectsNoId * rest, subjectsMalformedId * rest, withoutMatch];
}
