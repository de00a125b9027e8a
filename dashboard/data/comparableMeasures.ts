import type { MeasureMeta } from "./viewCatalogue.ts";

/** Measures to compare areas by: rates first, which compare them fairly, then the counts that say where the work lies. */
export const comparableMeasures = <M extends MeasureMeta>(measures: readonly M[]): M[] => {
  const amounts = measures.filter(({ unit }) => unit !== "date");
  return [...amounts.filter(({ isRate }) => isRate), ...amounts.filter(({ isRate }) => !isRate)];
};
