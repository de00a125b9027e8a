import type { CubeView } from "../data/defineView.ts";
import { type Conditions, untoldBy } from "../data/narrowing.ts";
import type { MeasureOf, ViewName } from "../data/viewCatalogue.ts";

/** What a subject's table of facilities shows, and how it knows who has not reported. */
export interface FacilitySpec<V extends ViewName = ViewName> {
  view: CubeView<V>;
  /** More than 0 where the facility is one of those to report; null where the view tells only of those that have. */
  expected: MeasureOf<V> | null;
  /** Who has reported, by the day of the newest report, or by the number of facilities that report in the period; null where nobody can say. */
  reported: { by: "day" | "count"; measure: MeasureOf<V> } | null;
  /** The view tells of reports of the period alone, not of all before it. */
  isOfPeriod: boolean;
  /** The figures of each facility. */
  columns: readonly MeasureOf<V>[];
}

/** What is left to say of facilities where a screen is narrowed: of one type of equipment none reports by itself. */
export function specWithin<V extends ViewName>(spec: FacilitySpec<V>, only: Conditions): FacilitySpec<V> {
  const isTold = (measure: MeasureOf<V>) => untoldBy(spec.view.meta(measure), only).length === 0;
  const { expected, reported, columns } = spec;
  return {
    ...spec,
    expected: expected !== null && isTold(expected) ? expected : null,
    reported: reported !== null && isTold(reported.measure) ? reported : null,
    columns: columns.filter(isTold),
  };
}

export const facilityDimensions = [
  "facility_code",
  "facility_name",
  "facility_type",
  "ownership",
  "grade",
  "managing_level",
] as const;
