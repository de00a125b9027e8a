import { byLargestRemainder } from "./apportion.ts";
import { FINAL_STATES, type FinalState, type NationalTargets } from "./nationalTargets.ts";
import { ASSUMED, MID_2022 } from "./officialFigures.ts";

/** How a subject came to its final state. "Baseline" is the end of 2022-03-24. */
export type History =
  | "steady" // the first check's result has held ever since
  | "cleansed_before" // to clean at first, right before the baseline
  | "cleansed" // to clean at the baseline, right since
  | "recleansed" // to clean at the baseline, right, wrong again, right again
  | "turned_back" // right at the baseline, to clean for a while, right again
  | "changed" // to clean at the baseline and still, but of another class
  | "relapsed" // to clean at the baseline, right, wrong again
  | "turned"; // right at the baseline, to clean since

/** When the subject was first sent: up to the baseline, after it, or never. */
export type Timing = "old" | "new" | "not_sent";

export interface SubjectGroup {
  readonly state: FinalState;
  readonly timing: Timing;
  readonly history: History;
  readonly subjects: number;
  /** Relative frequency of 1, 2, 3, 4 doses, before fitting the doses to the official figure. */
  readonly doseShape: readonly [number, number, number, number];
}

/** Shares of a final state's subjects by way of getting there, in millions of the real figures. */
interface Share {
  readonly timing: Timing;
  readonly history: History;
  readonly millions: number;
}

const OLD_SHAPE = [0.05, 0.27, 0.61, 0.06] as const;
const OLD_TO_CLEAN_SHAPE = [0.14, 0.38, 0.44, 0.04] as const;
const NEW_SHAPE = [0.58, 0.33, 0.08, 0.01] as const;

const NEW_MILLIONS = (MID_2022.subjectsSent * ASSUMED.newSubjectsShareOfSent) / 1e6;
const PENDING_MILLIONS = (MID_2022.subjectsSent * ASSUMED.pendingShareOfSent) / 1e6;
/** Wrong 15.9 million and unverifiable 2.2 million mid 2022, of which first sent after the baseline. */
const NEW_TO_CLEAN_MILLIONS = 1.75;

/** 69 million right: of those that were to clean at the baseline, 3.4 million have been cleansed. */
const RIGHT_SHARES: readonly Share[] = [
  { timing: "old", history: "cleansed", millions: 3.25 },
  { timing: "old", history: "recleansed", millions: 0.16 },
  { timing: "old", history: "cleansed_before", millions: 1.2 },
  { timing: "old", history: "turned_back", millions: 0.1 },
  { timing: "new", history: "steady", millions: NEW_MILLIONS - PENDING_MILLIONS - NEW_TO_CLEAN_MILLIONS - 0.35 },
  { timing: "new", history: "cleansed", millions: 0.35 },
];

/** 18.1 million to clean. */
const TO_CLEAN_SHARES: readonly Share[] = [
  { timing: "old", history: "changed", millions: 0.5 },
  { timing: "old", history: "relapsed", millions: 0.28 },
  { timing: "old", history: "turned", millions: 0.7 },
  { timing: "new", history: "steady", millions: NEW_TO_CLEAN_MILLIONS },
];
const TO_CLEAN_MILLIONS = 18.09;
const RIGHT_MILLIONS = 68.49;

export function subjectGroups(targets: NationalTargets): SubjectGroup[] {
  return FINAL_STATES.flatMap((state) => {
    const target = targets.states.find((candidate) => candidate.state === state);
    if (!target) return [];
    if (state === "pending") return [group(state, "new", "steady", target.subjects)];
    if (state === "not_sent") return [group(state, "not_sent", "steady", target.subjects)];
    const [shares, whole] = state === "right" ? [RIGHT_SHARES, RIGHT_MILLIONS] : [TO_CLEAN_SHARES, TO_CLEAN_MILLIONS];
    const rest = whole - shares.reduce((sum, share) => sum + share.millions, 0);
    const all: Share[] = [...shares, { timing: "old", history: "steady", millions: rest }];
    const subjects = byLargestRemainder(
      target.subjects,
      all.map((share) => share.millions),
    );
    return all.map(({ timing, history }, index) => group(state, timing, history, subjects[index] ?? 0));
  });
}

function group(state: FinalState, timing: Timing, history: History, subjects: number): SubjectGroup {
  const toClean = state !== "right" && state !== "pending" && state !== "not_sent";
  const doseShape = timing === "new" ? NEW_SHAPE : toClean ? OLD_TO_CLEAN_SHAPE : OLD_SHAPE;
  return { state, timing, history, subjects, doseShape };
}
