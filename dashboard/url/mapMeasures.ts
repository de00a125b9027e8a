/** Measures that compare areas fairly on a map: rates first, then the counts that say where the work lies. */
export const mapMeasures = [
  "verified_dose_rate",
  "verified_subject_rate",
  "cleansing_progress",
  "entry_completeness",
  "coverage_2_doses",
  "coverage_3_doses",
  "certificate_rate",
  "subjects_to_clean",
  "subjects_wrong",
  "doses_recorded",
  "doses_not_entered",
] as const;
export type MapMeasure = (typeof mapMeasures)[number];
