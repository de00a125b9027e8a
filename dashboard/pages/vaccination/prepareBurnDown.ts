import dayjs from "dayjs";
import type { Row } from "../../data/viewCatalogue.ts";

export interface BurnDownPoint {
  day: string;
  /** Null where the day has no figure: drawn as a gap. */
  toClean: number | null;
  wrong: number | null;
}
export interface ForecastPoint {
  day: string;
  value: number;
  low: number;
  high: number;
}
export interface Forecast {
  /** Subjects per day by which the remainder is assumed to fall. */
  rate: number;
  finish: string;
  /** Finish at the pace of the fastest of the last weeks. */
  early: string;
  /** Finish at the pace of the slowest; null where that week brought no fall at all. */
  late: string | null;
  /** The finish lies within the days drawn. */
  reachesFinish: boolean;
  points: ForecastPoint[];
}
export interface BurnDown {
  baselineDay: string;
  points: BurnDownPoint[];
  remaining: number | null;
  verdict: "done" | "forecast" | "notAtThisPace" | "notEnough" | "noData";
  forecast: Forecast | null;
}

/** What Cube says of the pace: net subjects turned right per day over the trailing 28 days, and the day it leads to. */
export interface Pace {
  rate: number | null;
  finish: string | null;
  /** Cube has answered and tells no pace: its checks are too old to say how fast the number falls now. */
  isUntold?: boolean;
}

type Day = Row<"vaccination", "date" | "subjects_to_clean" | "subjects_wrong">;

const ISO = "YYYY-MM-DD";
const WEEKS = 4;
/** A band drawn further than this says nothing. */
const MOST_DAYS = 730;

/** Records to clean since the campaign's baseline, and where the pace of the last four weeks leads. */
export function prepareBurnDown(rows: readonly Day[], baselineDay: string, asOf: string, pace: Pace): BurnDown {
  const byDay = new Map(rows.map((row) => [row.date, row]));
  const length = Math.max(0, dayjs(asOf).diff(baselineDay, "day"));
  const points = Array.from({ length: length + 1 }, (_, index): BurnDownPoint => {
    const day = dayjs(baselineDay).add(index, "day").format(ISO);
    const row = byDay.get(day);
    return { day, toClean: row?.subjects_to_clean ?? null, wrong: row?.subjects_wrong ?? null };
  });
  const remaining = points.at(-1)?.toClean ?? null;
  const result = { baselineDay, points, remaining, forecast: null };
  if (points.every((point) => point.toClean === null)) return { ...result, verdict: "noData" };
  if (remaining === null) return { ...result, verdict: "notEnough" };
  if (remaining <= 0) return { ...result, verdict: "done" };
  if (pace.isUntold === true) return { ...result, verdict: "notEnough" };

  const weekly = weeklyRates(points);
  const rate = pace.rate ?? (weekly.length > 0 ? weekly.reduce((sum, value) => sum + value, 0) / weekly.length : null);
  if (rate === null || weekly.length < 2) return { ...result, verdict: "notEnough" };
  if (rate <= 0) return { ...result, verdict: "notAtThisPace" };
  return { ...result, verdict: "forecast", forecast: forecastFrom(asOf, remaining, rate, weekly, pace.finish) };
}

/** Mean daily fall in each of the last whole weeks, newest first; a week whose ends are not both known is left out. */
function weeklyRates(points: readonly BurnDownPoint[]): number[] {
  return Array.from({ length: WEEKS }, (_, week) => {
    const end = points.at(-1 - 7 * week)?.toClean ?? null;
    const start = points.at(-8 - 7 * week)?.toClean ?? null;
    return end === null || start === null || points.length < 8 + 7 * week ? null : (start - end) / 7;
  }).filter((rate) => rate !== null);
}

function forecastFrom(
  asOf: string,
  remaining: number,
  rate: number,
  weekly: readonly number[],
  finish: string | null,
): Forecast {
  const daysAt = (pace: number) => Math.ceil(remaining / pace);
  const after = (days: number) => dayjs(asOf).add(days, "day").format(ISO);
  const fast = Math.max(rate, ...weekly);
  const slow = Math.min(rate, ...weekly);
  const days = finish !== null && finish > asOf ? dayjs(finish).diff(asOf, "day") : daysAt(rate);
  const pace = remaining / days;
  const horizon = Math.min(MOST_DAYS, Math.ceil(days * 1.05));
  const left = (speed: number, elapsed: number) => Math.max(0, remaining - speed * elapsed);
  const step = Math.max(1, Math.ceil(horizon / 60));
  const elapsed = new Set([...Array.from({ length: Math.ceil(horizon / step) }, (_, index) => index * step), horizon]);
  if (days < horizon) elapsed.add(days);
  return {
    rate,
    finish: after(days),
    early: after(daysAt(fast)),
    late: slow > 0 ? after(daysAt(slow)) : null,
    reachesFinish: days <= horizon,
    points: [...elapsed]
      .sort((a, b) => a - b)
      .map((day) => ({ day: after(day), value: left(pace, day), low: left(fast, day), high: left(slow, day) })),
  };
}
