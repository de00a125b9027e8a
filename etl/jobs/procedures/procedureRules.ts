import type { RowRule } from "../cleanseRows.ts";
import { rowRule } from "../rowRule.ts";

/** Over the expressions of the job. */
export const procedureRules: readonly RowRule[] = [
  rowRule("procedure_code_missing", "reject", "Thiếu mã thủ tục", "The procedure's code is missing", "code = ''"),
  rowRule(
    "date_invalid",
    "reject",
    "Ngày hiệu lực không phải là ngày",
    "A day of validity is not a date",
    "(trimBoth(valid_from) != '' AND first_day = toDate(0)) OR (trimBoth(valid_to) != '' AND told_last_day = toDate(0))",
  ),
  rowRule(
    "valid_to_before_valid_from",
    "reject",
    "Ngày hết hiệu lực trước ngày bắt đầu hiệu lực",
    "The row ends before it begins",
    "told_last_day != toDate(0) AND told_last_day < first_day",
  ),
  rowRule(
    "period_overlap",
    "reject",
    "Thời gian hiệu lực chồng lên một dòng trước của cùng thủ tục; dòng trước được giữ",
    "Overlaps an earlier row of the same procedure, which is kept",
    `code != '' AND arrayExists(other -> other.3 < row_id AND other.1 != first_day
      AND ((other.1 < first_day AND other.2 >= first_day) OR (other.1 > first_day AND told_last_day >= other.1)), periods)`,
  ),
  rowRule(
    "answer_missing",
    "reject",
    "Không ghi rõ có hay không: đủ điều kiện, toàn trình, hoặc tích hợp Cổng quốc gia",
    "Does not say yes or no: eligible, online in full, or on the national portal",
    "has([eligible, full_online, on_portal], '')",
  ),
  rowRule(
    "procedure_name_missing",
    "finding",
    "Thiếu tên thủ tục",
    "The procedure's name is missing",
    "trimBoth(name) = ''",
  ),
  rowRule(
    "handling_level_unknown",
    "finding",
    "Không nhận ra cấp thực hiện; thủ tục được nạp, cấp để trống",
    "The handling level is none that is known; the procedure is loaded without it",
    "level = ''",
  ),
  rowRule(
    "full_online_not_eligible",
    "finding",
    "Đang cung cấp toàn trình nhưng ghi là không đủ điều kiện",
    "Is provided online in full though said not to be eligible",
    "full_online = 'yes' AND eligible = 'no'",
  ),
];
