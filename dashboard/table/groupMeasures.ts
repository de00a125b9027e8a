import type { MeasureMeta } from "../data/viewCatalogue.ts";
import type { MessageKey } from "../messages/catalogues.ts";

/** Columns that a page keeps together under one heading. */
export interface MeasureGroup<M extends string = string> {
  title: MessageKey;
  measures: readonly M[];
}

/** The table's columns by heading, in the order of the layout. A measure that no group names stands under "other" at the end. */
export function groupMeasures(
  measures: readonly MeasureMeta[],
  layout: readonly MeasureGroup[],
): { title: MessageKey; measures: MeasureMeta[] }[] {
  const named = new Set(layout.flatMap((group) => group.measures));
  const groups = layout.map((group) => ({
    title: group.title,
    measures: group.measures.flatMap((name) => measures.filter((measure) => measure.name === name)),
  }));
  const others = measures.filter(({ name }) => !named.has(name));
  const rest: MessageKey = layout.length === 0 ? "group.all" : "group.other";
  return [...groups, { title: rest, measures: others }].filter((group) => group.measures.length > 0);
}
