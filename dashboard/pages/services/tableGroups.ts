import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { MeasureGroup } from "../../table/groupMeasures.ts";

/** The table's columns in the order of the page. */
export const serviceGroups: readonly MeasureGroup<MeasureOf<"services">>[] = [
  {
    title: "services.group.outpatient",
    measures: [
      "outpatient_visits",
      "insured_visits",
      "visits_per_person",
      "people_represented",
      "telehealth_consultations",
    ],
  },
  {
    title: "services.group.inpatient",
    measures: [
      "inpatient_admissions",
      "inpatient_days",
      "average_length_of_stay",
      "bed_occupancy_rate",
      "bed_days",
      "inpatient_days_in_beds",
    ],
  },
  {
    title: "services.group.chip",
    measures: [
      "chip_id_facility_rate",
      "chip_id_facilities",
      "insured_facilities",
      "examining_facilities",
      "chip_id_visits",
      "chip_id_successes",
      "chip_id_success_rate",
    ],
  },
  { title: "services.group.procedures", measures: ["surgeries", "deliveries", "lab_tests", "imaging"] },
  { title: "services.group.reporting", measures: ["facilities_reporting", "facility_months_reported"] },
];
