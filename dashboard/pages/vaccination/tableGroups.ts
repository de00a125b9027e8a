import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { MeasureGroup } from "../../table/groupMeasures.ts";

/** The table's columns in the order of a record's life; what is not named here follows at the end. */
export const tableGroups: readonly MeasureGroup<MeasureOf<"vaccination">>[] = [
  {
    title: "group.cleansing",
    measures: [
      "subjects_to_clean",
      "cleansing_progress",
      "cleansing_rate",
      "cleansing_forecast_date",
      "newest_cleansing_date",
      "newest_dose_cleansing_date",
      "baseline_subjects",
      "baseline_subjects_to_clean",
      "subjects_relapsed",
      "subjects_newly_to_clean",
      "doses_to_clean",
    ],
  },
  {
    title: "group.verification",
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
    title: "group.volume",
    measures: ["doses_administered", "doses_recorded", "doses_not_entered", "entry_completeness", "subjects_recorded"],
  },
  {
    title: "group.sending",
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
    title: "group.coverage",
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
  {
    title: "group.period",
    measures: ["doses_injected_in_period", "doses_entered_in_period", "subjects_cleansed_in_period"],
  },
];
