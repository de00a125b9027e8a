import { byLargestRemainder } from "./apportion.ts";
import { fitDoseCounts, MAX_DOSES } from "./doseCounts.ts";
import { FINAL_STATES, type NationalTargets, nationalTargets } from "./nationalTargets.ts";
import { type SubjectGroup, subjectGroups } from "./subjectGroups.ts";

/** Subjects alike in everything that the official figures count. */
export interface PlanCell {
  readonly groupIndex: number;
  /** doses sent; for a subject that was not sent, doses recorded */
  readonly doses: number;
  /** 1 where a newest dose is recorded and not yet sent */
  readonly unsentDoses: 0 | 1;
  readonly subjects: number;
}

export interface NationalPlan {
  readonly targets: NationalTargets;
  readonly groups: readonly SubjectGroup[];
  readonly cells: readonly PlanCell[];
}

/** Chance that the newest dose of a subject with 1, 2, 3, 4 sent doses still waits, relative to one another. */
const WAITING_WEIGHTS = [0.05, 0.25, 0.3, 0] as const;

/** Every subject of the sample, as counts whose sums are the official figures at this scale. */
export function nationalPlan(scale: number): NationalPlan {
  const targets = nationalTargets(scale);
  const groups = subjectGroups(targets);
  const sentOrNot: PlanCell[] = [];
  for (const state of FINAL_STATES) {
    const target = targets.states.find((candidate) => candidate.state === state);
    const members = groups.map((group, index) => ({ group, index })).filter(({ group }) => group.state === state);
    const counts = fitDoseCounts(
      members.map(({ group }) => group),
      target?.doses ?? 0,
    );
    members.forEach(({ index }, row) => {
      for (let doses = 1; doses <= MAX_DOSES; doses++) {
        const subjects = counts[row]?.[doses - 1] ?? 0;
        if (subjects > 0) sentOrNot.push({ groupIndex: index, doses, unsentDoses: 0, subjects });
      }
    });
  }
  return { targets, groups, cells: splitWaiting(sentOrNot, groups, targets.unsentDosesOfSentSubjects) };
}

function splitWaiting(cells: readonly PlanCell[], groups: readonly SubjectGroup[], unsentDoses: number): PlanCell[] {
  const weights = cells.map((cell) => {
    const timing = groups[cell.groupIndex]?.timing;
    return timing === "old" ? cell.subjects * (WAITING_WEIGHTS[cell.doses - 1] ?? 0) : 0;
  });
  const waiting = byLargestRemainder(unsentDoses, weights);
  return cells.flatMap((cell, index) => {
    const count = waiting[index] ?? 0;
    if (count > cell.subjects) throw new Error("more doses wait to be sent than there are subjects to wait");
    return [
      { ...cell, subjects: cell.subjects - count },
      { ...cell, unsentDoses: 1 as const, subjects: count },
    ].filter(({ subjects }) => subjects > 0);
  });
}
