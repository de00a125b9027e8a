import dayjs from "dayjs";
import type { DayRange } from "../data/periods.ts";
import { numberIn, textIn } from "../data/readRow.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";

export interface TrendBucket {
  /** First day of the week (Monday) or month. */
  day: string;
  /** The range does not cover the whole bucket: its figure will still grow, or began before. */
  isPartial: boolean;
  /** One figure per measure, in their order. */
  values: (number | null)[];
}

/** Measures by week or month, without holes in time: a bucket Cube does not name is zero or a gap as the measure says. */
export function prepareTrend(
  points: readonly FigureRow[],
  grain: "week" | "month",
  [first, last]: DayRange,
  measures: readonly Pick<MeasureMeta, "name" | "missing">[],
): TrendBucket[] {
  const byDay = new Map(points.map((row) => [textIn(row, "date"), row]));
  const startOf = (day: string) => {
    const date = dayjs(day);
    // Weeks begin on Monday, in Cube as in Viet Nam; dayjs counts from Sunday.
    return grain === "month" ? date.startOf("month") : date.subtract((date.day() + 6) % 7, "day");
  };
  const buckets: TrendBucket[] = [];
  for (let start = startOf(first); start.format("YYYY-MM-DD") <= last; start = start.add(1, grain)) {
    const day = start.format("YYYY-MM-DD");
    const end = start.add(1, grain).subtract(1, "day").format("YYYY-MM-DD");
    const row = byDay.get(day);
    buckets.push({
      day,
      isPartial: day < first || end > last,
      values: measures.map(({ name, missing }) => numberIn(row, name) ?? (missing === "zero" ? 0 : null)),
    });
  }
  return buckets;
}
