import type { CubeRow } from "../data/loadCube.ts";
import type { MeasureName } from "../data/measureNames.ts";
import { numberOf } from "../data/readRow.ts";

export type FunnelStepName = "administered" | "recorded" | "sent" | "verified";
export type LossName = "notEntered" | "notSent" | "wrong" | "unverifiable" | "pending";
export interface Loss {
  name: LossName;
  value: number | null;
}
export interface FunnelStep {
  name: FunnelStepName;
  measure: MeasureName;
  value: number | null;
  /** Length of the bar against the longest step. */
  share: number | null;
  /** Share of the step before that came through. */
  passed: number | null;
  /** What was lost on the way from the step before to this one. */
  losses: Loss[];
}

interface StepSource {
  name: FunnelStepName;
  measure: MeasureName;
  losses: [LossName, MeasureName][];
}
const sources: Record<"doses" | "subjects", StepSource[]> = {
  doses: [
    { name: "administered", measure: "doses_administered", losses: [] },
    { name: "recorded", measure: "doses_recorded", losses: [["notEntered", "doses_not_entered"]] },
    { name: "sent", measure: "doses_sent", losses: [["notSent", "doses_not_sent"]] },
    {
      name: "verified",
      measure: "doses_verified",
      losses: [
        ["wrong", "doses_wrong"],
        ["unverifiable", "doses_unverifiable"],
        ["pending", "doses_pending"],
      ],
    },
  ],
  subjects: [
    { name: "recorded", measure: "subjects_recorded", losses: [] },
    { name: "sent", measure: "subjects_sent", losses: [["notSent", "subjects_not_sent"]] },
    {
      name: "verified",
      measure: "subjects_verified",
      losses: [
        ["wrong", "subjects_wrong"],
        ["unverifiable", "subjects_unverifiable"],
        ["pending", "subjects_pending"],
      ],
    },
  ],
};

/** The life of a record: what is left after each step, and where the rest went. People have no step "given". */
export function prepareFunnel(row: CubeRow | undefined, count: "doses" | "subjects"): FunnelStep[] {
  const steps = sources[count].map((source) => ({ ...source, value: numberOf(row, source.measure) }));
  const longest = Math.max(0, ...steps.map((step) => step.value ?? 0));
  return steps.map(({ name, measure, value, losses }, index) => {
    const before = steps[index - 1]?.value ?? null;
    return {
      name,
      measure,
      value,
      share: value === null || longest === 0 ? null : value / longest,
      passed: value === null || before === null || before <= 0 ? null : value / before,
      losses: losses.map(([loss, lost]) => ({ name: loss, value: numberOf(row, lost) })),
    };
  });
}
