import { type RowRule, rowRule } from "../rowRule.ts";

/** Over the expressions of the job. */
export const boundaryRules: readonly RowRule[] = [
  rowRule("area_code_missing", "reject", "Thiếu mã đơn vị", "The unit's code is missing", "code = ''"),
  rowRule(
    "area_code_unknown",
    "reject",
    "Không có đơn vị mang mã này trong địa giới mà tệp mô tả",
    "No unit has this code in the structure that the file is of",
    "code != '' AND province = ''",
  ),
  rowRule(
    "outline_missing",
    "reject",
    "Đơn vị không có đường bao khép kín",
    "The unit has no closed outline",
    "NOT match(trimBoth(outline), '^M[-0-9,MLlz ]+z$') OR arrayExists(edge -> edge IS NULL, edges)",
  ),
];
