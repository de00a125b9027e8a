import type { RowRule } from "../cleanseRows.ts";
import { rowRule } from "../rowRule.ts";

export const indicatorRules: readonly RowRule[] = [
  rowRule(
    "indicator_code_invalid",
    "reject",
    "Mã chỉ số thiếu, hoặc có ký tự khác chữ thường không dấu, chữ số và gạch dưới",
    "The indicator's code is missing, or holds other signs than a–z, 0–9 and _",
    "NOT match(code, '^[a-z][a-z0-9_]*$')",
  ),
  rowRule(
    "indicator_name_missing",
    "reject",
    "Thiếu tên chỉ số",
    "The indicator's name is missing",
    "trimBoth(name_vi) = ''",
  ),
  rowRule(
    "measure_invalid",
    "reject",
    "Chỉ số của Cube không có dạng khung_nhìn.chỉ_số, ví dụ vaccination.verified_dose_rate",
    "The Cube measure is not of the form view.measure, for example vaccination.verified_dose_rate",
    "member != '' AND NOT match(member, '^[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*$')",
  ),
  rowRule(
    "filter_invalid",
    "reject",
    "Bộ lọc phải gồm một chiều của cùng khung nhìn với chỉ số và ít nhất một giá trị",
    "A filter takes a dimension of the measure's own view and at least one value",
    `(narrowing != '' OR notEmpty(narrowed)) AND (empty(narrowed)
      OR NOT match(narrowing, '^[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*$')
      OR splitByChar('.', narrowing)[1] != splitByChar('.', member)[1])`,
  ),
  rowRule(
    "period_unknown",
    "reject",
    "Kỳ không phải là trạng thái đến ngày, tháng, quý hay năm",
    "The period is not as_of, month, quarter or year",
    "told_period = ''",
  ),
  rowRule(
    "better_unknown",
    "reject",
    "Chiều tốt không phải là tăng hay giảm",
    "The good direction is not up or down",
    "told_better = ''",
  ),
  rowRule(
    "measure_missing",
    "finding",
    "Kho dữ liệu chưa có số liệu cho chỉ số này; chỉ tiêu của nó được nêu là chưa có số liệu",
    "The warehouse holds no figures for the indicator; its targets are told as having no data",
    "member = ''",
  ),
  rowRule(
    "name_en_missing",
    "finding",
    "Thiếu tên tiếng Anh; dùng tên tiếng Việt",
    "No English name; the Vietnamese one is shown",
    "trimBoth(name_en) = ''",
  ),
];
