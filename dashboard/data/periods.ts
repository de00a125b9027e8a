import dayjs from "dayjs";
import type { ViewState } from "../url/viewState.ts";
import { monthOf } from "./months.ts";

const ISO = "YYYY-MM-DD";
export type DayRange = [first: string, last: string];

/** The day that figures of `asOf` are compared with. A month's last day compares with the last day of the month before. */
export function compareDay(asOf: string, compare: ViewState["compare"], baseline: string | null): string | null {
  if (compare === "baseline") return baseline !== null && baseline < asOf ? baseline : null;
  const day = dayjs(asOf);
  if (compare === "week") return day.subtract(7, "day").format(ISO);
  const months = { month: 1, quarter: 3, year: 12 }[compare];
  const before = day.subtract(months, "month");
  const isMonthEnd = day.isSame(day.endOf("month"), "day");
  return (isMonthEnd ? before.endOf("month") : before).format(ISO);
}

/** Days that a period covers, both ends included. Never starts before the first fact. */
export function periodRange(
  asOf: string,
  period: ViewState["period"],
  first: string | null,
  baseline: string | null,
): DayRange {
  const earliest = first !== null && first < asOf ? first : asOf;
  if (period === "all") return [earliest, asOf];
  if (period === "campaign") return [baseline !== null && baseline < asOf ? baseline : earliest, asOf];
  const start = period === "month" ? monthOf(asOf) : monthsBefore(asOf, { "12m": 12, "6m": 6, "3m": 3 }[period]);
  const isBeforeFacts = start < earliest;
  return [isBeforeFacts ? earliest : start, asOf];
}

/** First day of that many months up to a day: whole ones up to a month's end. */
function monthsBefore(asOf: string, months: number): string {
  const day = dayjs(asOf);
  const isMonthEnd = day.isSame(day.endOf("month"), "day");
  const before = day.subtract(months, "month");
  return (isMonthEnd ? before.endOf("month") : before).add(1, "day").format(ISO);
}

/** Range of a sparkline: the twelve month ends up to `asOf`. */
export function historyRange(asOf: string, first: string | null): DayRange {
  const start = dayjs(asOf).subtract(11, "month").startOf("month").format(ISO);
  return [first !== null && first > start && first < asOf ? first : start, asOf];
}

/** Days of a bucket of a series that begins on a day, as far as they lie within the days asked for. */
export function bucketDays(day: string, grain: "day" | "week" | "month", [first, last]: DayRange): DayRange {
  const end = grain === "week" ? dayjs(day).add(6, "day") : dayjs(day).endOf(grain);
  const to = end.format(ISO);
  return [day < first ? first : day, to > last ? last : to];
}
