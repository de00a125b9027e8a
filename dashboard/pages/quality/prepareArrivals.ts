import { type Calendar, prepareCalendar } from "../../charts/prepareCalendar.ts";
import type { DayRange } from "../../data/periods.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

export interface Arrivals extends Calendar {
  /** Reports still missing of the period last due in the newest month, by the row's code. */
  missing: ReadonlyMap<string, number>;
}

/** Reports received by month, whoever misses most at the top; senders that owe nothing in any month are left out. */
export function prepareArrivals(
  points: readonly FigureRow[],
  columns: { code: string; name: string } | null,
  days: DayRange,
): Arrivals {
  const { months, rows } = prepareCalendar(points, columns, "completeness", days);
  const newest = months.at(-1);
  const missing = new Map<string, number>();
  for (const point of points) {
    const [expected, received] = [numberIn(point, "units_expected"), numberIn(point, "units_received")];
    if (columns === null || expected === null || textIn(point, "date") !== newest) continue;
    missing.set(textIn(point, columns.code), expected - (received ?? 0));
  }
  return { months, rows: rows.filter(({ values }) => values.some((value) => value !== null)), missing };
}
