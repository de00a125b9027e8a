import type { ViewState } from "../url/viewState.ts";
import type { Frame } from "./frame.ts";
import { type CubeQuery, type CubeRow, loadCube } from "./loadCube.ts";
import type { DayRange } from "./periods.ts";
import {
  burnDownQuery,
  childrenQuery,
  comparisonQuery,
  errorClassQuery,
  historyQuery,
  mappingQuery,
  totalsQuery,
  trendQuery,
} from "./queries.ts";
import { useBundle } from "./useBundle.ts";

const rows = (query: CubeQuery | null, signal: AbortSignal): Promise<CubeRow[]> =>
  query === null ? Promise.resolve([]) : loadCube(query, signal);
const on = (day: string): DayRange => [day, day];

/** The chosen area's own figures: now, and on the day to compare with. */
export const useTotals = (frame: Frame) =>
  useBundle("totals", frame, async (asked, signal) => {
    const [current, previous] = await Promise.all([
      rows(totalsQuery(asked, asked.period), signal),
      rows(asked.compare === null ? null : comparisonQuery(asked, asked.compare), signal),
    ]);
    return { current: current[0], previous: previous[0] };
  });

export const useHistory = (frame: Frame) =>
  useBundle("history", frame, async (asked, signal) => ({
    months: await rows(historyQuery(asked, asked.history), signal),
  }));

export const useChildren = (frame: Frame) =>
  useBundle("children", frame, async (asked, signal) => ({
    children: await rows(childrenQuery(asked, asked.period), signal),
  }));

export const useErrorClasses = (frame: Frame) =>
  useBundle("errorClasses", frame, async (asked, signal) => ({
    classes: await rows(errorClassQuery(asked, on(asked.asOf)), signal),
  }));

export const useBurnDown = (frame: Frame) =>
  useBundle("burnDown", frame, async (asked, signal) => {
    const started = asked.baseline !== null && asked.baseline < asked.asOf;
    const range: DayRange | null = started && asked.baseline !== null ? [asked.baseline, asked.asOf] : null;
    return { days: await rows(range && burnDownQuery(asked, range), signal) };
  });

export const useTrend = (frame: Frame, grain: ViewState["grain"]) =>
  useBundle(`trend by ${grain}`, frame, async (asked, signal) => ({
    grain,
    buckets: await rows(trendQuery(asked, grain, asked.period), signal),
  }));

/** Only figures in the structure of today are mapped. */
export const useMapping = (frame: Frame) =>
  useBundle("mapping", frame, async (asked, signal) => ({
    mappings: await rows(asked.structure === "now" ? mappingQuery(asked, on(asked.asOf)) : null, signal),
  }));
