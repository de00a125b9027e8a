import type { RowRule } from "../cleanseRows.ts";

export const targetRules: readonly RowRule[] = [
  {
    code: "target_code_missing",
    severity: "reject",
    sentence: { vi: "Thiếu mã chỉ tiêu", en: "The target's code is missing" },
    condition: "code = ''",
  },
  {
    code: "target_code_reused",
    severity: "reject",
    sentence: {
      vi: "Mã chỉ tiêu đã dùng ở một dòng trước cho chỉ số, địa bàn hoặc hạn khác",
      en: "An earlier row has this code for another indicator, area or deadline",
    },
    condition: "code != '' AND identity != first_identity",
  },
  {
    code: "indicator_unknown",
    severity: "reject",
    sentence: { vi: "Mã chỉ số không có trong danh mục chỉ số", en: "No indicator has this code" },
    condition: "NOT is_known_indicator",
  },
  {
    code: "valid_from_invalid",
    severity: "reject",
    sentence: {
      vi: "Ngày bắt đầu hiệu lực thiếu hoặc không phải là ngày",
      en: "The day from which it holds is missing or not a date",
    },
    condition: "from_day = toDate(0)",
  },
  {
    code: "deadline_invalid",
    severity: "reject",
    sentence: { vi: "Hạn thiếu hoặc không phải là ngày", en: "The deadline is missing or not a date" },
    condition: "until_day = toDate(0)",
  },
  {
    code: "deadline_before_start",
    severity: "reject",
    sentence: {
      vi: "Hạn trước ngày bắt đầu hiệu lực",
      en: "The deadline is before the day from which the target holds",
    },
    condition: "until_day != toDate(0) AND from_day != toDate(0) AND until_day < from_day",
  },
  {
    code: "area_unknown",
    severity: "reject",
    sentence: {
      vi: "Không nhận ra tỉnh hoặc xã trong danh mục của ngày bắt đầu hiệu lực",
      en: "The lists of the day from which it holds have no such province or commune",
    },
    condition: "from_day != toDate(0) AND place = 0",
  },
  {
    code: "applies_to_invalid",
    severity: "reject",
    sentence: {
      vi: "Phạm vi áp dụng không phải là toàn địa bàn, từng tỉnh hay từng xã, hoặc không nằm trong địa bàn",
      en: "What it applies to is not the area, its provinces or its communes, or the area has none",
    },
    condition: `scope = '' OR (scope = 'provinces' AND place != 0 AND place % 1000000 < 300000)
      OR (scope = 'communes' AND place != 0 AND place % 1000000 < 100000)`,
  },
  {
    code: "value_invalid",
    severity: "reject",
    sentence: {
      vi: "Mục tiêu thiếu hoặc không phải là số (dấu % chỉ dùng cho tỷ lệ)",
      en: "The value is missing or not a number (a percent sign is for rates only)",
    },
    condition: "is_known_indicator AND isNaN(wanted)",
  },
  {
    code: "rate_above_100",
    severity: "reject",
    sentence: { vi: "Mục tiêu của một tỷ lệ vượt quá 100 %", en: "The value for a rate is above 100 %" },
    condition: "is_rate AND wanted > 1",
  },
  {
    code: "legal_basis_missing",
    severity: "finding",
    sentence: { vi: "Thiếu căn cứ pháp lý", en: "The legal basis is missing" },
    condition: "trimBoth(legal_basis) = ''",
  },
];
