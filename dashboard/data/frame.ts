import type { ViewState } from "../url/viewState.ts";
import type { About } from "./fetchAbout.ts";
import { daysAround, monthOf } from "./months.ts";
import { type Conditions, EVERYTHING } from "./narrowing.ts";
import { compareDay, type DayRange, historyRange, periodRange } from "./periods.ts";

/** What a screen asks about: an area in a structure, a day, a period and the day to compare with, all made exact. */
export interface Frame {
  area: ViewState["area"];
  structure: ViewState["structure"];
  /** What every figure is narrowed to. */
  only: Conditions;
  asOf: string;
  compare: string | null;
  period: DayRange;
  /** Days that figures over time draw: the period, or of one month the months around it. */
  course: DayRange;
  history: DayRange;
  /** Day of the campaign's baseline; null without a campaign. */
  baseline: string | null;
  /** The load the figures come from: a new one makes every figure new. */
  publishedAt: string | null;
}

/** True where two frames tell of the same part of the same area on the same day, so that their figures may stand side by side. */
export const isSameScene = (a: Frame | undefined, b: Frame | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.area.code === b.area.code &&
  a.structure === b.structure &&
  JSON.stringify(a.only) === JSON.stringify(b.only) &&
  a.asOf === b.asOf &&
  a.period[0] === b.period[0] &&
  a.period[1] === b.period[1] &&
  a.publishedAt === b.publishedAt;

export interface ResolvedFrame {
  frame: Frame;
  /** The day asked for lies after the newest data; the newest day is shown instead. */
  isClamped: boolean;
}

/** Fills the URL's defaults from what is loaded; null where nothing is. */
export function resolveFrame(view: ViewState, about: About): ResolvedFrame | null {
  const { dataDate } = about;
  if (dataDate === null) return null;
  const isClamped = view.asOf !== null && view.asOf > dataDate;
  const asOf = view.asOf === null || isClamped ? dataDate : view.asOf;
  const baseline = about.campaign?.baselineDate ?? null;
  const first = about.firstDate ?? baseline;
  const period = periodRange(asOf, view.period, first, baseline);
  return {
    isClamped,
    frame: {
      area: view.area,
      structure: view.structure,
      // A wall screen turns through pages and has no place to say it.
      only: view.wall ? EVERYTHING : view.only,
      asOf,
      compare: compareDay(asOf, view.compare, baseline),
      period,
      course: view.period === "month" ? daysAround(monthOf(asOf), first ?? dataDate, dataDate) : period,
      history: historyRange(asOf, first),
      baseline,
      publishedAt: about.publishedAt,
    },
  };
}
