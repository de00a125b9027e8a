import type { RowRule } from "../cleanseRows.ts";

export const indicatorRules: readonly RowRule[] = [
  {
    code: "indicator_code_invalid",
    severity: "reject",
    sentence: {
      vi: "Mã chỉ số thiếu, hoặc có ký tự khác chữ thường không dấu, chữ số và gạch dưới",
      en: "The indicator's code is missing, or holds other signs than a–z, 0–9 and _",
    },
    condition: "NOT match(code, '^[a-z][a-z0-9_]*$')",
  },
  {
    code: "indicator_name_missing",
    severity: "reject",
    sentence: { vi: "Thiếu tên chỉ số", en: "The indicator's name is missing" },
    condition: "trimBoth(name_vi) = ''",
  },
  {
    code: "measure_invalid",
    severity: "reject",
    sentence: {
      vi: "Chỉ số của Cube không có dạng khung_nhìn.chỉ_số, ví dụ vaccination.verified_dose_rate",
      en: "The Cube measure is not of the form view.measure, for example vaccination.verified_dose_rate",
    },
    condition: "member != '' AND NOT match(member, '^[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*$')",
  },
  {
    code: "filter_invalid",
    severity: "reject",
    sentence: {
      vi: "Bộ lọc phải gồm một chiều của cùng khung nhìn với chỉ số và ít nhất một giá trị",
      en: "A filter takes a dimension of the measure's own view and at least one value",
    },
    condition: `(narrowing != '' OR notEmpty(narrowed)) AND (empty(narrowed)
      OR NOT match(narrowing, '^[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*$')
      OR splitByChar('.', narrowing)[1] != splitByChar('.', member)[1])`,
  },
  {
    code: "period_unknown",
    severity: "reject",
    sentence: {
      vi: "Kỳ không phải là trạng thái đến ngày, tháng, quý hay năm",
      en: "The period is not as_of, month, quarter or year",
    },
    condition: "told_period = ''",
  },
  {
    code: "better_unknown",
    severity: "reject",
    sentence: { vi: "Chiều tốt không phải là tăng hay giảm", en: "The good direction is not up or down" },
    condition: "told_better = ''",
  },
  {
    code: "measure_missing",
    severity: "finding",
    sentence: {
      vi: "Kho dữ liệu chưa có số liệu cho chỉ số này; chỉ tiêu của nó được nêu là chưa có số liệu",
      en: "The warehouse holds no figures for the indicator; its targets are told as having no data",
    },
    condition: "member = ''",
  },
  {
    code: "name_en_missing",
    severity: "finding",
    sentence: { vi: "Thiếu tên tiếng Anh; dùng tên tiếng Việt", en: "No English name; the Vietnamese one is shown" },
    condition: "trimBoth(name_en) = ''",
  },
];
