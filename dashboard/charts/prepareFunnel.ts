import { numberIn } from "../data/readRow.ts";
import type { FigureRow } from "../data/viewCatalogue.ts";

/** One step of a funnel: its measure, and the measures of what is lost on the way to it. */
export interface FunnelStepSpec<S extends string, L extends string, M extends string> {
  name: S;
  measure: M;
  /** The step that this one is a part of, where that is not the one before. */
  of?: S;
  /** What was lost: a measure, or what is left of one without another. */
  losses: readonly (readonly [name: L, measure: M, without?: M])[];
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
  /** Share of the step before, or of the one that it is a part of, that came through. */
  passed: number | null;
  /** The step that it is a part of; null: the one before. */
  of: S | null;
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
  return steps.map(({ name, value, of = null, losses }, index) => {
    const before = (of === null ? steps[index - 1] : steps.find((step) => step.name === of))?.value ?? null;
    return {
      name,
      value,
      of,
      share: value === null || longest === 0 ? null : value / longest,
      passed: value === null || before === null || before <= 0 ? null : value / before,
      losses: losses.flatMap(([loss, measure, without]) => {
        const lost = without === undefined ? numberIn(row, measure) : rest(row, measure, without);
        // More than there was came through, of periods before: nothing was lost.
        return lost !== null && lost < 0 ? [] : [{ name: loss, value: lost }];
      }),
    };
  });
}

function rest(row: FigureRow | undefined, measure: string, without: string): number | null {
  const [whole, left] = [numberIn(row, measure), numberIn(row, without)];
  return whole === null || left === null ? null : whole - left;
}

/** The measures that a funnel is drawn from, each once. */
export const measuresIn = <M extends string>(specs: readonly FunnelStepSpec<string, string, M>[]): M[] => [
  ...new Set(
    specs.flatMap(({ measure, losses }) => [
      ...losses.flatMap(([, lost, without]) => (without === undefined ? [lost] : [])),
      measure,
    ]),
  ),
];
