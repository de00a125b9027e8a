import type { Rule } from "../../job.ts";
import type { RowRule } from "../cleanseRows.ts";
import { countAmbiguous, numberAmbiguous } from "../countOf.ts";

const sentenceRule = (code: string, severity: Rule["severity"], vi: string, en: string): Rule => ({
  code,
  severity,
  sentence: { vi, en },
});
const rule = (code: string, severity: Rule["severity"], vi: string, en: string, condition: string): RowRule => ({
  ...sentenceRule(code, severity, vi, en),
  condition,
});

/** Over the expressions of the job; `counts` are received, online, resolved and in time: as `countOf` reads them. */
export const dossierRules: readonly RowRule[] = [
  rule("procedure_code_missing", "reject", "Thiếu mã thủ tục", "The procedure's code is missing", "code = ''"),
  rule(
    "month_invalid",
    "reject",
    "Tháng thiếu hoặc không đọc được",
    "The month is missing or cannot be read",
    "first_day = toDate(0)",
  ),
  rule("month_in_future", "reject", "Tháng ở tương lai", "The month lies in the future", "first_day > {as_of:Date}"),
  rule(
    "province_unknown",
    "reject",
    "Không nhận ra tỉnh, thành phố trong danh mục của tháng đó",
    "No province of the structure of that month has this code or name",
    "first_day > toDate(0) AND place = 0",
  ),
  rule(
    "count_invalid",
    "reject",
    "Có số liệu không phải là số nguyên không âm",
    "A figure is not a whole number of zero or more",
    "has(counts, -2)",
  ),
  { ...numberAmbiguous, condition: `has(counts, ${countAmbiguous})` },
  rule("count_missing", "reject", "Dòng không có số liệu nào", "The row has no figure at all", "arrayMax(counts) = -1"),
  rule(
    "online_above_received",
    "reject",
    "Số hồ sơ trực tuyến lớn hơn số hồ sơ tiếp nhận",
    "More dossiers filed online than received",
    "counts[1] >= 0 AND counts[2] > counts[1]",
  ),
  rule(
    "on_time_above_resolved",
    "reject",
    "Số hồ sơ đúng hạn lớn hơn số hồ sơ đã giải quyết",
    "More dossiers resolved in time than resolved",
    "counts[3] >= 0 AND counts[4] > counts[3]",
  ),
  rule(
    "procedure_unknown",
    "finding",
    "Mã thủ tục không có trong danh mục thủ tục hành chính",
    "No list of procedures has this code",
    "code != '' AND empty(periods)",
  ),
  rule(
    "procedure_not_in_force",
    "finding",
    "Thủ tục không có hiệu lực trong tháng này theo danh mục",
    "The list has the procedure not in force in this month",
    "notEmpty(periods) AND first_day > toDate(0) AND first_day <= {as_of:Date} AND NOT arrayExists(each -> each.1 <= toLastDayOfMonth(first_day) AND each.2 >= first_day, periods)",
  ),
];

/** What is found about accepted rows beside those of other months and batches. */
export const dossierSequenceRules = {
  resolvedAbove: sentenceRule(
    "resolved_above_received",
    "finding",
    "Số đã giải quyết vượt xa số tiếp nhận trong tháng cộng số tồn từ các tháng đã báo cáo",
    "Far more dossiers were resolved than were received in the month and left over from the months reported",
  ),
  monthMissing: sentenceRule(
    "month_missing",
    "finding",
    "Trước tháng này thủ tục không có báo cáo lâu hơn nhịp của chính nó (khoảng cách mà chín trong mười báo cáo khác giữ được; một tháng nếu chưa đủ số liệu để biết)",
    "Before this month there is no report on the procedure for longer than its own rhythm explains (the interval that nine in ten of the other reports keep; a month while too few are known)",
  ),
  reportedBefore: sentenceRule(
    "reported_before",
    "finding",
    "Một lô khác đã báo cáo thủ tục và tháng này với số liệu khác; lô công bố sau cùng được tính",
    "Another batch has reported this procedure and month with other figures; the batch published last counts",
  ),
} as const;
