import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

export interface ChosenMonths<R extends FigureRow> {
  /** The newest month that anything is told of. */
  current: R | undefined;
  /** The month of the day to compare with, where it lies before the newest. */
  previous: R | undefined;
  /** The twelve months up to the newest that are told of. */
  year: R[];
}

/** Reports are of whole months: a day in the middle of one shows the month before. */
export function chooseMonths<R extends FigureRow>(
  points: readonly R[],
  measures: readonly string[],
  compare: string | null,
): ChosenMonths<R> {
  const told = points.filter((row) => measures.some((name) => numberIn(row, name) !== null));
  const current = told.at(-1);
  const newest = textIn(current, "date").slice(0, 7);
  const month = compare?.slice(0, 7);
  const previous = told.find((row) => textIn(row, "date").slice(0, 7) === month);
  return {
    current,
    previous: month !== undefined && month < newest ? previous : undefined,
    year: told.slice(-12),
  };
}
