import type { MeasureName } from "../data/measureNames.ts";

export type MeasureGroupName = "volume" | "sending" | "verification" | "cleansing" | "coverage" | "period";

/** The table's columns, in the order of a record's life. Every measure stands in exactly one group. */
export const measureGroups: readonly { name: MeasureGroupName; measures: readonly MeasureName[] }[] = [
  {
    name: "cleansing",
    measures: [
      "subjects_to_clean",
      "cleansing_progress",
      "cleansing_rate",
      "cleansing_forecast_date",
      "baseline_subjects",
      "baseline_subjects_to_clean",
      "subjects_relapsed",
      "subjects_newly_to_clean",
      "doses_to_clean",
    ],
  },
  {
    name: "verification",
    measures: [
      "verified_dose_rate",
      "verified_subject_rate",
      "subjects_verified",
      "doses_verified",
      "subjects_wrong",
      "doses_wrong",
      "subjects_unverifiable",
      "doses_unverifiable",
      "subjects_pending",
      "doses_pending",
    ],
  },
  {
    name: "volume",
    measures: ["doses_administered", "doses_recorded", "doses_not_entered", "entry_completeness", "subjects_recorded"],
  },
  {
    name: "sending",
    measures: [
      "subjects_sent",
      "doses_sent",
      "subjects_not_sent",
      "doses_not_sent",
      "subjects_with_id",
      "subjects_without_id",
    ],
  },
  {
    name: "coverage",
    measures: [
      "population",
      "people_with_1_dose",
      "people_with_2_doses",
      "people_with_3_doses",
      "coverage_1_dose",
      "coverage_2_doses",
      "coverage_3_doses",
      "certificates_signed",
      "certificate_rate",
    ],
  },
  { name: "period", measures: ["doses_injected_in_period", "doses_entered_in_period", "subjects_cleansed_in_period"] },
];
