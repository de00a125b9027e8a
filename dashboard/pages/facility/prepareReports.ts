import dayjs from "dayjs";
import type { DayRange } from "../../data/periods.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";
import { SILENT_AFTER_DAYS } from "../../facilities/prepareFacilities.ts";

/** Which months a facility has reported on one subject. */
export interface Reports {
  /** One per month of the range. */
  cells: boolean[];
  /** Month of the newest report within the range, by its first day. */
  newest: string | null;
  /** Its month ended more than 30 days before the day of the figures. */
  isLate: boolean;
}

/** First days of the months of a range. */
export function monthsOf([first, last]: DayRange): string[] {
  const months: string[] = [];
  for (let month = dayjs(first).startOf("month"); month.format("YYYY-MM-DD") <= last; month = month.add(1, "month")) {
    months.push(month.format("YYYY-MM-DD"));
  }
  return months;
}

/** A month is reported on where its own figure is more than none, or where the newest report is of a day within it. */
export function prepareReports(points: readonly FigureRow[], told: string, range: DayRange): Reports {
  const byMonth = new Map(points.map((row) => [textIn(row, "date"), row]));
  const months = monthsOf(range);
  const cells = months.map((month) => {
    const row = byMonth.get(month);
    const day = row?.[told];
    return typeof day === "string" ? day.slice(0, 7) === month.slice(0, 7) : (numberIn(row, told) ?? 0) > 0;
  });
  const newest = months.findLast((_, index) => cells[index]) ?? null;
  return {
    cells,
    newest,
    isLate: newest === null || dayjs(range[1]).diff(dayjs(newest).endOf("month"), "day") > SILENT_AFTER_DAYS,
  };
}
