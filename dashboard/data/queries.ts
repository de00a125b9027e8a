import type { ViewState } from "../url/viewState.ts";
import { areaFilters, childColumns } from "./areaScope.ts";
import type { CubeQuery } from "./loadCube.ts";
import { type MeasureName, measureNames } from "./measureNames.ts";
import type { DayRange } from "./periods.ts";
import { member } from "./readRow.ts";

type Scope = Pick<ViewState, "area" | "structure">;
const DATE = member("date");
const members = (names: readonly MeasureName[]) => names.map(member);
const over = (dateRange: DayRange) => [{ dimension: DATE, dateRange }];

/** Every measure of one area: state as of the last day of the range, flows within it. */
export function totalsQuery(scope: Scope, range: DayRange): CubeQuery {
  return {
    measures: members(measureNames),
    timeDimensions: over(range),
    filters: areaFilters(scope.area, scope.structure),
  };
}

/** Every measure of each unit directly below an area; null below a commune. */
export function childrenQuery(scope: Scope, range: DayRange): CubeQuery | null {
  const columns = childColumns(scope.area, scope.structure);
  if (!columns) return null;
  return {
    measures: members(measureNames),
    dimensions: [member(columns.code), member(columns.name)],
    timeDimensions: over(range),
    filters: areaFilters(scope.area, scope.structure),
    limit: 1000,
  };
}

/** The six headline figures. */
export const headlineMeasures = [
  "doses_recorded",
  "doses_sent",
  "verified_dose_rate",
  "subjects_wrong",
  "cleansing_progress",
  "doses_not_entered",
] as const satisfies readonly MeasureName[];

/** The headline measures on the day to compare with. */
export function comparisonQuery(scope: Scope, day: string): CubeQuery {
  return {
    measures: members(headlineMeasures),
    timeDimensions: over([day, day]),
    filters: areaFilters(scope.area, scope.structure),
  };
}

/** Month ends of the headline measures, for the sparklines. */
export function historyQuery(scope: Scope, dateRange: DayRange): CubeQuery {
  return {
    measures: members(headlineMeasures),
    timeDimensions: [{ dimension: DATE, granularity: "month", dateRange }],
    filters: areaFilters(scope.area, scope.structure),
    order: [[DATE, "asc"]],
  };
}

export function errorClassQuery(scope: Scope, range: DayRange): CubeQuery {
  return {
    measures: members(["subjects_to_clean", "doses_to_clean"]),
    dimensions: [member("error_class")],
    timeDimensions: over(range),
    filters: areaFilters(scope.area, scope.structure),
  };
}

/** Subjects to clean at the end of each day since the baseline. */
export function burnDownQuery(scope: Scope, dateRange: DayRange): CubeQuery {
  return {
    measures: members(["subjects_to_clean", "subjects_wrong"]),
    timeDimensions: [{ dimension: DATE, granularity: "day", dateRange }],
    filters: areaFilters(scope.area, scope.structure),
    order: [[DATE, "asc"]],
    limit: 5000,
  };
}

export function trendQuery(scope: Scope, granularity: "week" | "month", dateRange: DayRange): CubeQuery {
  return {
    measures: members(["doses_injected_in_period", "doses_entered_in_period"]),
    timeDimensions: [{ dimension: DATE, granularity, dateRange }],
    filters: areaFilters(scope.area, scope.structure),
    order: [[DATE, "asc"]],
    limit: 5000,
  };
}

/** How the figures of today's units came from the units of the day: whole, or given to a main successor. */
export function mappingQuery(scope: Scope, range: DayRange): CubeQuery {
  return {
    measures: members(["doses_recorded"]),
    dimensions: [member("area_mapping")],
    timeDimensions: over(range),
    filters: areaFilters(scope.area, scope.structure),
  };
}
