/** Columns of mart.agg_vaccination_by_day after load_id and grain. */
export const commonDimensions = ["place_key", "day", "state", "cohort", "id_kind"] as const;
export const detailDimensions = ["age_group", "sex", "vaccine_code", "dose_number", "facility_code"] as const;

export const rollupMeasures = [
  "doses_administered",
  "doses_injected",
  "doses_recorded",
  "doses_sent",
  "subjects_recorded",
  "subjects_sent",
  "subjects_cleansed",
  "people_with_1_dose",
  "people_with_2_doses",
  "people_with_3_doses",
  "certificates_signed",
  "population",
  "population_18_plus",
] as const;

export type Grain = "detail" | "commune" | "province";
export type Measure = (typeof rollupMeasures)[number];
