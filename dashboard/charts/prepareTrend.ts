import dayjs from "dayjs";
import type { CubeRow } from "../data/loadCube.ts";
import type { MeasureMeta } from "../data/measureCatalogue.ts";
import type { DayRange } from "../data/periods.ts";
import { dayOf, numberOf } from "../data/readRow.ts";

export interface TrendBucket {
  /** First day of the week (Monday) or month. */
  day: string;
  /** The range does not cover the whole bucket: its figure will still grow, or began before. */
  isPartial: boolean;
  injected: number | null;
  entered: number | null;
}

/** Doses by week or month, without holes in time: a bucket Cube does not name is zero or a gap as the measure says. */
export function prepareTrend(
  rows: readonly CubeRow[],
  grain: "week" | "month",
  [first, last]: DayRange,
  meta: { injected: MeasureMeta; entered: MeasureMeta },
): TrendBucket[] {
  const byDay = new Map(rows.map((row) => [dayOf(row, `date.${grain}`) ?? dayOf(row, "date"), row]));
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
      injected: numberOf(row, "doses_injected_in_period") ?? emptyValue(meta.injected),
      entered: numberOf(row, "doses_entered_in_period") ?? emptyValue(meta.entered),
    });
  }
  return buckets;
}

const emptyValue = (meta: MeasureMeta) => (meta.missing === "zero" ? 0 : null);
