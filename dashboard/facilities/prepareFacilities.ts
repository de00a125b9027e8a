import dayjs from "dayjs";
import { numberIn, textIn } from "../data/readRow.ts";
import type { FigureRow } from "../data/viewCatalogue.ts";

/** Figures are to be kept up within this many days (Decision 2491). */
export const SILENT_AFTER_DAYS = 30;

/**
 * Never heard of; silent since its newest report; no report in the period, where no more is told; reporting without being in
 * the list; heard of in time. In the order in which facilities are to be asked for their figures.
 */
export const facilityStates = ["never", "silent", "notInPeriod", "unlisted", "updated"] as const;
export type FacilityState = (typeof facilityStates)[number];

export interface Facility {
  code: string;
  name: string;
  type: string;
  ownership: string;
  grade: string;
  /** Null where nothing is told of reports. */
  state: FacilityState | null;
  /** Day of its newest report. */
  newest: string | null;
  row: FigureRow;
}

/** Names of the measures that tell who was to report and who has; see FacilitySpec. */
interface Told {
  expected: string | null;
  reported: { by: "day" | "count"; measure: string } | null;
  isOfPeriod: boolean;
  columns: readonly string[];
}

function stateOf(row: FigureRow, { expected, reported, isOfPeriod }: Told, asOf: string): FacilityState | null {
  if (reported === null) return null;
  const newest = reported.by === "day" ? textIn(row, reported.measure) : "";
  const hasReported = newest !== "" || (numberIn(row, reported.measure) ?? 0) > 0;
  if (expected !== null && (numberIn(row, expected) ?? 0) <= 0) return "unlisted";
  if (!hasReported) return isOfPeriod ? "notInPeriod" : "never";
  return newest !== "" && dayjs(asOf).diff(newest, "day") > SILENT_AFTER_DAYS ? "silent" : "updated";
}

/** Facilities in the order in which they are to be asked: never heard of first, then the longest silent. */
export function prepareFacilities(rows: readonly FigureRow[], told: Told, asOf: string): Facility[] {
  const { expected, reported, columns } = told;
  const telling = reported === null ? columns : [expected, reported.measure];
  const isTold = (row: FigureRow) => telling.some((name) => name !== null && (row[name] ?? null) !== null);
  const placeOf = ({ state }: Facility) => (state === null ? 0 : facilityStates.indexOf(state));
  return rows
    .filter((row) => textIn(row, "facility_code") !== "" && isTold(row))
    .map((row) => ({
      code: textIn(row, "facility_code"),
      name: textIn(row, "facility_name") || textIn(row, "facility_code"),
      type: textIn(row, "facility_type"),
      ownership: textIn(row, "ownership"),
      grade: textIn(row, "grade"),
      state: stateOf(row, told, asOf),
      newest: reported?.by === "day" ? textIn(row, reported.measure) || null : null,
      row,
    }))
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) || (a.newest ?? "").localeCompare(b.newest ?? "") || a.name.localeCompare(b.name, "vi"),
    );
}

/** How many facilities stand in each state. */
export function countFacilities(facilities: readonly Facility[]): Record<FacilityState, number> {
  const counts: Record<FacilityState, number> = { never: 0, silent: 0, notInPeriod: 0, unlisted: 0, updated: 0 };
  for (const { state } of facilities) if (state !== null) counts[state] += 1;
  return counts;
}
