import { numberIn } from "../data/readRow.ts";
import type { FigureRow } from "../data/viewCatalogue.ts";

/** One step of a funnel: its measure, and the measures of what is lost on the way to it. */
export interface FunnelStepSpec<S extends string, L extends string, M extends string> {
  name: S;
  measure: M;
  losses: readonly (readonly [name: L, measure: M])[];
}
export interface Loss<L extends string = string> {
  name: L;
  value: number | null;
}
export interface FunnelStep<S extends string = string, L extends string = string> {
  name: S;
  value: number | null;
  /** Length of the bar against the longest step. */
  share: number | null;
  /** Share of the step before that came through. */
  passed: number | null;
  /** What was lost on the way from the step before to this one. */
  losses: Loss<L>[];
}

/** What is left after each step, and where the rest went. */
export function prepareFunnel<S extends string, L extends string>(
  row: FigureRow | undefined,
  specs: readonly FunnelStepSpec<S, L, string>[],
): FunnelStep<S, L>[] {
  const steps = specs.map((spec) => ({ ...spec, value: numberIn(row, spec.measure) }));
  const longest = Math.max(0, ...steps.map((step) => step.value ?? 0));
  return steps.map(({ name, value, losses }, index) => {
    const before = steps[index - 1]?.value ?? null;
    return {
      name,
      value,
      share: value === null || longest === 0 ? null : value / longest,
      passed: value === null || before === null || before <= 0 ? null : value / before,
      losses: losses.map(([loss, measure]) => ({ name: loss, value: numberIn(row, measure) })),
    };
  });
}
