import type { TargetRow } from "../pages/targets/targets.ts";

/** One target of the nation for tests, without figures. */
export const aTargetRow = (values: Partial<TargetRow>): TargetRow => ({
  target_code: "a",
  indicator_name: "Chỉ số a",
  indicator_name_en: "Indicator a",
  unit: "percent",
  better: "up",
  area_code: "VN",
  area_name: "Cả nước",
  owner: "",
  legal_basis: "",
  valid_from: "2022-01-01",
  deadline: "2025-12-31",
  value_date: "",
  status: "no_data",
  now_province_code: "",
  target_value: 1,
  current_value: null,
  progress: null,
  gap: null,
  required_daily_rate: null,
  pace: null,
  forecast_date: null,
  days_late: null,
  ...values,
});
