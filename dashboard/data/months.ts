import dayjs from "dayjs";
import type { DayRange } from "./periods.ts";

const ISO = "YYYY-MM-DD";
/** Months that figures over time show on either side of the one that a screen is narrowed to. */
const AROUND = 11;

/** First day of the day's month. */
export const monthOf = (day: string): string => dayjs(day).startOf("month").format(ISO);

/** Last day of the day's month. */
export const endOfMonth = (day: string): string => dayjs(day).endOf("month").format(ISO);

/** Days around one month, for another to be chosen: as far as there is data. */
export function daysAround(month: string, first: string, newest: string): DayRange {
  const [from, to] = [dayjs(month).subtract(AROUND, "month"), dayjs(month).add(AROUND, "month").endOf("month")];
  return [from.isBefore(first) ? first : from.format(ISO), to.isAfter(newest) ? newest : to.format(ISO)];
}

/** What the address says of a month: its last day, or the newest one with data, and no period but the month itself. */
export function narrowToMonth(month: string, newest: string): { asOf: string | null; period: "month" } {
  const end = endOfMonth(month);
  return { asOf: end >= newest ? null : end, period: "month" };
}
