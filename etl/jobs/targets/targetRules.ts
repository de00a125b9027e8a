import type { RowRule } from "../cleanseRows.ts";
import { numberAmbiguous } from "../countOf.ts";
import { rowRule } from "../rowRule.ts";
import { isValueAmbiguous } from "./targetValueOf.ts";

export const targetRules: readonly RowRule[] = [
  rowRule("target_code_missing", "reject", "Thiếu mã chỉ tiêu", "The target's code is missing", "code = ''"),
  rowRule(
    "target_code_reused",
    "reject",
    "Mã chỉ tiêu đã dùng ở một dòng trước cho chỉ số, địa bàn hoặc hạn khác",
    "An earlier row has this code for another indicator, area or deadline",
    "code != '' AND identity != first_identity",
  ),
  rowRule(
    "indicator_unknown",
    "reject",
    "Mã chỉ số không có trong danh mục chỉ số",
    "No indicator has this code",
    "NOT is_known_indicator",
  ),
  rowRule(
    "valid_from_invalid",
    "reject",
    "Ngày bắt đầu hiệu lực thiếu hoặc không phải là ngày",
    "The day from which it holds is missing or not a date",
    "from_day = toDate(0)",
  ),
  rowRule(
    "deadline_invalid",
    "reject",
    "Hạn thiếu hoặc không phải là ngày",
    "The deadline is missing or not a date",
    "until_day = toDate(0)",
  ),
  rowRule(
    "deadline_before_start",
    "reject",
    "Hạn trước ngày bắt đầu hiệu lực",
    "The deadline is before the day from which the target holds",
    "until_day != toDate(0) AND from_day != toDate(0) AND until_day < from_day",
  ),
  rowRule(
    "area_unknown",
    "reject",
    "Không nhận ra tỉnh hoặc xã trong danh mục của ngày bắt đầu hiệu lực",
    "The lists of the day from which it holds have no such province or commune",
    "from_day != toDate(0) AND place = 0",
  ),
  rowRule(
    "applies_to_invalid",
    "reject",
    "Phạm vi áp dụng không phải là toàn địa bàn, từng tỉnh hay từng xã, hoặc không nằm trong địa bàn",
    "What it applies to is not the area, its provinces or its communes, or the area has none",
    `scope = '' OR (scope = 'provinces' AND place != 0 AND place % 1000000 < 300000)
      OR (scope = 'communes' AND place != 0 AND place % 1000000 < 100000)`,
  ),
  rowRule(
    "value_invalid",
    "reject",
    "Mục tiêu thiếu hoặc không phải là số (dấu % chỉ dùng cho tỷ lệ)",
    "The value is missing or not a number (a percent sign is for rates only)",
    `is_known_indicator AND isNaN(wanted) AND NOT ${isValueAmbiguous("target_value")}`,
  ),
  { ...numberAmbiguous, condition: `is_known_indicator AND ${isValueAmbiguous("target_value")}` },
  rowRule(
    "rate_above_100",
    "reject",
    "Mục tiêu của một tỷ lệ vượt quá 100 %",
    "The value for a rate is above 100 %",
    "is_rate AND wanted > 1",
  ),
  rowRule(
    "legal_basis_missing",
    "finding",
    "Thiếu căn cứ pháp lý",
    "The legal basis is missing",
    "trimBoth(legal_basis) = ''",
  ),
];
