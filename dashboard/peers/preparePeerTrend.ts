import { prepareTrend } from "../charts/prepareTrend.ts";
import type { PeerPoints } from "../data/askPeers.ts";
import type { DayRange } from "../data/periods.ts";
import type { Peers } from "../data/usePeers.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import type { AreaRef } from "../url/areaRef.ts";

/** Rows of the chosen area, which comes first, and of those that it is compared with, each under its name. */
export interface NamedRows {
  code: string;
  name: string;
  rows: readonly FigureRow[];
}
export interface PeerLine {
  code: string;
  name: string;
  /** As told, one for each week or month. */
  told: (number | null)[];
  /** What is drawn: as told, or in hundredths of its own mean. */
  drawn: (number | null)[];
  /** Nothing is told of this area that could be drawn. */
  isMissing: boolean;
}
export interface PeerTrend {
  days: string[];
  /** Lines tell of the pace only: 100 is each area's own mean. */
  isIndexed: boolean;
  lines: PeerLine[];
}

/** The chosen area and those that were asked about beside it. One no longer compared is gone at once, however old the answer. */
export const namedRows = (
  area: AreaRef,
  points: readonly FigureRow[],
  told: readonly PeerPoints[],
  { here, peers }: Pick<Peers, "here" | "peers">,
): NamedRows[] => [
  // While the figures are those of the screen before, nobody knows here what their area is called.
  { code: area.code, name: here.area.code === area.code ? here.name : "…", rows: points },
  ...peers.flatMap(({ area: { code }, name }) =>
    told.filter((one) => one.area.code === code).map((one) => ({ code, name, rows: one.points })),
  ),
];

/**
 * A measure of several areas over time. Rates stand side by side as they are. Counts of areas of unequal size do not: of
 * them each line tells how far a week or month is above or below the area's own mean, over whole weeks and months only. The
 * mean, not the first bucket: a campaign begins with next to nothing.
 */
export function preparePeerTrend(
  areas: readonly NamedRows[],
  grain: "week" | "month",
  range: DayRange,
  meta: Pick<MeasureMeta, "name" | "missing" | "isRate">,
): PeerTrend {
  const isIndexed = !meta.isRate;
  const all = areas.map((area) => ({ ...area, buckets: prepareTrend(area.rows, grain, range, [meta]) }));
  const buckets = all[0]?.buckets ?? [];
  return {
    days: buckets.map(({ day }) => day),
    isIndexed,
    lines: all.map(({ code, name, rows, buckets }) => {
      // A view that tells nothing of an area has no rows: that is no zero.
      const told = buckets.map(({ values }) => (rows.length === 0 ? null : (values[0] ?? null)));
      const drawn = isIndexed ? asIndex(told.map((value, index) => (buckets[index]?.isPartial ? null : value))) : told;
      return { code, name, told, drawn, isMissing: drawn.every((value) => value === null) };
    }),
  };
}

/** Trends of one figure without the time before the first figure of any of them: an empty year hides what came after it. */
export function withoutLead(trends: readonly PeerTrend[]): PeerTrend[] {
  const isDrawn = (index: number) =>
    trends.some(({ lines }) => lines.some(({ drawn }) => (drawn[index] ?? null) !== null));
  const first = Math.max(0, trends[0]?.days.findIndex((_, index) => isDrawn(index)) ?? 0);
  return trends.map((trend) => ({
    ...trend,
    days: trend.days.slice(first),
    lines: trend.lines.map((line) => ({ ...line, told: line.told.slice(first), drawn: line.drawn.slice(first) })),
  }));
}

/** Hundredths of the mean; nothing where a single figure, or none but zeros, have no course to compare. */
function asIndex(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => (value === null || known.length < 2 || !(mean > 0) ? null : (value / mean) * 100));
}
