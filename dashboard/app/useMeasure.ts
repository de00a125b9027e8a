import { comparableMeasures } from "../data/comparableMeasures.ts";
import type { CubeView } from "../data/defineView.ts";
import type { MeasureMeta, MeasureOf, ViewName } from "../data/viewCatalogue.ts";
import { useView } from "./ViewProvider.tsx";

/** The measure that the reader chose to compare areas by. One that cannot be compared, such as a day, gives way to the first. */
export function useMeasure<V extends ViewName>(of: CubeView<V>): MeasureMeta<MeasureOf<V>> {
  const { view } = useView();
  const measures = comparableMeasures(of.measures);
  const chosen = measures.find(({ name }) => name === view.measure) ?? measures[0];
  if (chosen === undefined) throw new Error(`${of.name} has no measure to compare areas by`);
  return chosen;
}
