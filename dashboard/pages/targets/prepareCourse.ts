import dayjs from "dayjs";
import type { Row } from "../../data/viewCatalogue.ts";
import type { Target } from "./prepareTargets.ts";

export interface CoursePoint {
  day: string;
  value: number;
}
export interface BandPoint extends CoursePoint {
  /** At the slowest and the fastest of the last steps, whichever is lower. */
  low: number;
  high: number;
}
/** Where a target's value came from, and where it leads. */
export interface Course {
  points: CoursePoint[];
  target: number;
  deadline: string;
  /** At the present pace; empty where there is none to tell, or nothing left to reach. */
  forecast: BandPoint[];
  /** From today's value to the target on its deadline; null where that day has passed or the target is reached. */
  needed: [CoursePoint, CoursePoint] | null;
}

type CourseRow = Row<"targets", "current_value" | "value_date" | "date">;

const ISO = "YYYY-MM-DD";
/** The steps whose paces make the band. */
const LAST_STEPS = 4;
const DRAWN_POINTS = 40;
/** A forecast further behind its deadline than this is said in words; drawn, it would leave no room for the past. */
const DAYS_BEHIND_DEADLINE = 365;

/** A target's values, each on the day that it holds for, its forecast with the band of its last paces, and the pace it would take. */
export function prepareCourse(rows: readonly CourseRow[], target: Target): Course | null {
  const { target_value: goal, current_value: current, value_date: today, deadline, pace } = target.row;
  if (goal === null || deadline === "") return null;
  const points = pointsOf(rows);
  if (current !== null && today !== "" && points.at(-1)?.day !== today) points.push({ day: today, value: current });
  const course: Course = { points, target: goal, deadline, forecast: [], needed: null };
  const isToGo = target.state === "late" || target.state === "onTrack";
  if (current === null || today === "" || !isToGo) return course;
  return {
    ...course,
    needed:
      deadline > today
        ? [
            { day: today, value: current },
            { day: deadline, value: goal },
          ]
        : null,
    forecast: pace === null ? [] : forecastFrom({ day: today, value: current }, pace, points, target, goal),
  };
}

/** Weeks and months in which nothing new was known repeat the day of the value before. */
function pointsOf(rows: readonly CourseRow[]): CoursePoint[] {
  const byDay = new Map<string, number>();
  for (const { value_date: day, current_value: value } of rows) if (day !== "" && value !== null) byDay.set(day, value);
  return [...byDay].map(([day, value]) => ({ day, value })).sort((a, b) => a.day.localeCompare(b.day));
}

/** Change per day of each of the last steps. */
function lastPaces(points: readonly CoursePoint[]): number[] {
  const last = points.slice(-1 - LAST_STEPS);
  return last.slice(1).flatMap((point, index) => {
    const before = last[index];
    const days = before === undefined ? 0 : dayjs(point.day).diff(before.day, "day");
    return before === undefined || days <= 0 ? [] : [(point.value - before.value) / days];
  });
}

function forecastFrom(
  from: CoursePoint,
  pace: number,
  points: readonly CoursePoint[],
  { isFalling, isShare, row }: Target,
  goal: number,
): BandPoint[] {
  const paces = [pace, ...lastPaces(points)];
  const [slow, fast] = [Math.min(...paces), Math.max(...paces)];
  const furthest = dayjs(row.deadline).add(DAYS_BEHIND_DEADLINE, "day").format(ISO);
  const [finish = row.deadline] = [row.forecast_date ?? row.deadline, furthest].sort();
  const end = [from.day, row.deadline, finish].sort().at(-1) ?? row.deadline;
  const length = dayjs(end).diff(from.day, "day");
  if (length <= 0) return [];
  // It ends where it is reached, and never below nothing or above the whole.
  const within = (value: number) => {
    const bounded = Math.max(0, isShare ? Math.min(1, value) : value);
    return isFalling ? Math.max(goal, bounded) : Math.min(goal, bounded);
  };
  const at = (speed: number, days: number) => within(from.value + speed * days);
  const step = Math.max(1, Math.ceil(length / DRAWN_POINTS));
  const days = new Set([...Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step), length]);
  return [...days].map((elapsed) => ({
    day: dayjs(from.day).add(elapsed, "day").format(ISO),
    value: at(pace, elapsed),
    low: at(slow, elapsed),
    high: at(fast, elapsed),
  }));
}
