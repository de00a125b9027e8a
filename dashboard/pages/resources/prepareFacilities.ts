import type { Row } from "../../data/viewCatalogue.ts";

export const facilityMeasures = [
  "facilities",
  "facilities_not_updated",
  "newest_update_date",
  "doctors",
  "nurses",
  "beds_actual",
  "equipment_broken",
] as const;
export const facilityDimensions = ["facility_code", "facility_name", "facility_type", "ownership", "grade"] as const;
export type FacilityRow = Row<"resources", (typeof facilityMeasures)[number] | (typeof facilityDimensions)[number]>;

/** Updated within 30 days, silent since its newest report, never heard of, or reporting without being in the list. */
export type FacilityState = "updated" | "silent" | "never" | "unlisted";
export interface Facility extends FacilityRow {
  state: FacilityState;
}

const stateOf = (row: FacilityRow): FacilityState =>
  (row.facilities ?? 0) <= 0
    ? "unlisted"
    : row.newest_update_date === null
      ? "never"
      : (row.facilities_not_updated ?? 0) > 0
        ? "silent"
        : "updated";
const order: readonly FacilityState[] = ["never", "silent", "unlisted", "updated"];

/** Facilities in the order in which they are to be asked for their figures: never heard of first, then the longest silent. */
export function prepareFacilities(rows: readonly FacilityRow[]): Facility[] {
  return rows
    .filter((row) => row.facility_code !== "" && (row.facilities !== null || row.newest_update_date !== null))
    .map((row) => ({ ...row, state: stateOf(row) }))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.newest_update_date ?? "").localeCompare(b.newest_update_date ?? "") ||
        a.facility_name.localeCompare(b.facility_name, "vi"),
    );
}
