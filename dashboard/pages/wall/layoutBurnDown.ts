import dayjs from "dayjs";
import type { BurnDown } from "../vaccination/prepareBurnDown.ts";

export interface Tick {
  at: number;
  value: number;
}
/** A burn-down as lines on a field; y runs downwards. */
export interface BurnDownLayout {
  toClean: string;
  wrong: string;
  forecast: string;
  band: string;
  today: { x: number; y: number } | null;
  /** Where the forecast meets zero; null where it is further away than is drawn. */
  finish: { x: number; y: number; day: string } | null;
  amounts: Tick[];
  months: { x: number; day: string }[];
}

const MOST_MONTHS = 7;

/** Places a prepared burn-down on a field of that size. Days without a figure are gaps. */
export function layoutBurnDown({ points, forecast, baselineDay }: BurnDown, width: number, height: number) {
  const last = points.at(-1)?.day ?? baselineDay;
  const end = forecast?.points.at(-1)?.day ?? last;
  const days = Math.max(1, dayjs(end).diff(baselineDay, "day"));
  const known = points.flatMap(({ toClean, wrong }) => [toClean ?? 0, wrong ?? 0]);
  const amounts = niceTicks(Math.max(1, ...known, ...(forecast?.points.map(({ high }) => high) ?? [])));
  const most = amounts.at(-1) ?? 1;
  const x = (day: string) => (dayjs(day).diff(baselineDay, "day") / days) * width;
  const y = (value: number) => height - (value / most) * height;
  const line = (steps: readonly { day: string; value: number | null }[]) =>
    steps.reduce((drawn, { day, value }, index) => {
      if (value === null) return drawn;
      const isStart = index === 0 || steps[index - 1]?.value === null;
      return `${drawn}${isStart ? "M" : "L"}${x(day).toFixed(1)} ${y(value).toFixed(1)}`;
    }, "");
  const future = forecast?.points ?? [];
  const upper = line(future.map(({ day, high }) => ({ day, value: high })));
  const lower = line(future.map(({ day, low }) => ({ day, value: low })).reverse());
  const today = points.findLast(({ toClean }) => toClean !== null);
  const layout: BurnDownLayout = {
    toClean: line(points.map(({ day, toClean }) => ({ day, value: toClean }))),
    wrong: line(points.map(({ day, wrong }) => ({ day, value: wrong }))),
    forecast: line(
      future.filter(({ day }) => forecast === null || day <= forecast.finish).map(({ day, value }) => ({ day, value })),
    ),
    band: upper === "" ? "" : `${upper}${lower.replace("M", "L")}Z`,
    today: today ? { x: x(today.day), y: y(today.toClean ?? 0) } : null,
    finish: forecast?.reachesFinish ? { x: x(forecast.finish), y: height, day: forecast.finish } : null,
    amounts: amounts.map((value) => ({ at: y(value), value })),
    months: monthsBetween(baselineDay, end).map((day) => ({ x: x(day), day })),
  };
  return layout;
}

/** From zero to the first round amount that is not below the most, in two to five steps. */
function niceTicks(most: number): number[] {
  const size = 10 ** Math.floor(Math.log10(most));
  const step = [0.5, 1, 2, 5].map((factor) => factor * size).find((width) => most / width <= 4) ?? size * 5;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}

/** First days of months, every so many that they do not run into each other. */
function monthsBetween(from: string, to: string): string[] {
  const first = dayjs(from).startOf("month").add(1, "month");
  const count = Math.max(0, dayjs(to).diff(first, "month") + 1);
  const every = Math.max(1, Math.ceil(count / MOST_MONTHS));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) =>
    first.add(index * every, "month").format("YYYY-MM-DD"),
  ).filter((day) => day <= to);
}
