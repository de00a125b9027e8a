import { useMemo } from "react";
import { comparableMeasures } from "../data/comparableMeasures.ts";
import type { CubeView } from "../data/defineView.ts";
import { metaWithin } from "../data/metaWithin.ts";
import { type Conditions, untoldBy } from "../data/narrowing.ts";
import type { MeasureMeta, MeasureOf, ViewName } from "../data/viewCatalogue.ts";
import { pages } from "../pages/pages.ts";
import { useView } from "./ViewProvider.tsx";

/**
 * The measures to compare areas by, and the one that the reader chose. One that cannot be compared, such as a day, or says nothing of
 * what the screen is narrowed to, gives way to the one that
 * the page's table is sorted by, or to the first.
 */
export function useMeasure<V extends ViewName>(
  of: CubeView<V>,
  only: Conditions,
): { meta: MeasureMeta<MeasureOf<V>>; measures: readonly MeasureMeta<MeasureOf<V>>[] } {
  const { view } = useView();
  const measures = useMemo(
    () =>
      comparableMeasures(of.measures)
        .filter((measure) => untoldBy(measure, only).length === 0)
        .map((measure) => metaWithin(measure, only)),
    [of, only],
  );
  const named = (wanted: string) => measures.find(({ name }) => name === wanted);
  const chosen = named(view.measure) ?? named(pages[view.page].sort.replace(/^-/, "")) ?? measures[0];
  if (chosen === undefined) throw new Error(`${of.name} has no measure to compare areas by`);
  return { meta: chosen, measures };
}
