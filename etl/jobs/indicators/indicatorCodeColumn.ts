import { sourceColumn } from "../sourceColumn.ts";

/** By it a target names the indicator that it is set for. */
export const indicatorCodeColumn = sourceColumn(
  "indicator_code",
  "code",
  ["ma_chi_so"],
  "Mã chỉ số",
  "Code of the indicator",
  "facility_update_rate",
  true,
);
