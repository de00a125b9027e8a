import type { RowRule } from "../cleanseRows.ts";
import { rowRule } from "../rowRule.ts";
import { periodRules } from "../validityPeriods.ts";

/** Over the expressions of the job. */
export const procedureRules: readonly RowRule[] = [
  rowRule("procedure_code_missing", "reject", "Thiếu mã thủ tục", "The procedure's code is missing", "code = ''"),
  ...periodRules({ vi: "thủ tục", en: "procedure" }),
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
