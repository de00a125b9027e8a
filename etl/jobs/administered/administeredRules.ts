import type { Rule } from "../../job.ts";
import { countAmbiguous, numberAmbiguous } from "../countOf.ts";

/** Rules over the columns of the judged table; `condition` is SQL. In order: the first that a row breaks is named first. */
export interface ReportRule extends Rule {
  readonly condition: string;
}

const rule = (code: string, severity: Rule["severity"], vi: string, en: string, condition: string): ReportRule => ({
  code,
  severity,
  sentence: { vi, en },
  condition,
});

/** Faults a row has by itself. */
export const administeredRowRules: readonly ReportRule[] = [
  rule(
    "date_invalid",
    "reject",
    "Ngày báo cáo thiếu hoặc không phải là ngày",
    "The report's day is missing or not a date",
    "day = toDate(0)",
  ),
  rule(
    "date_in_future",
    "reject",
    "Ngày báo cáo ở tương lai",
    "The report's day lies in the future",
    "day > {as_of:Date}",
  ),
  rule(
    "date_before_campaign",
    "reject",
    "Ngày báo cáo trước khi chiến dịch tiêm bắt đầu (08/03/2021)",
    "The report's day lies before the vaccination campaign's start (2021-03-08)",
    "day > toDate(0) AND day < {campaign_start:Date}",
  ),
  rule(
    "province_unknown",
    "reject",
    "Không nhận ra tỉnh, thành phố trong danh mục của ngày báo cáo",
    "No province of the structure of that day has this code or name",
    "day > toDate(0) AND place_key = 0",
  ),
  rule(
    "count_missing",
    "reject",
    "Không có số mũi tiêm nào",
    "No number of doses at all",
    "total < 0 AND daily < 0 AND NOT arrayExists(dose -> dose >= 0, doses) AND NOT arrayExists(each -> each < -1, arrayConcat(doses, [total, daily]))",
  ),
  rule(
    "count_invalid",
    "reject",
    "Số mũi tiêm không phải là số nguyên không âm",
    "A number of doses is not a whole number of zero or more",
    "arrayExists(each -> each = -2, arrayConcat(doses, [total, daily]))",
  ),
  {
    ...numberAmbiguous,
    condition: `arrayExists(each -> each = ${countAmbiguous}, arrayConcat(doses, [total, daily]))`,
  },
];

/** Faults a row has beside others of its batch; of the rows of a province and day the first counts. */
export const repeatedReportRules: readonly ReportRule[] = [
  rule(
    "duplicate_row",
    "reject",
    "Lặp lại báo cáo trước của cùng tỉnh, cùng ngày",
    "Repeats an earlier report of the same province and day",
    "nth > 1 AND content = first_content",
  ),
  rule(
    "report_conflict",
    "reject",
    "Mâu thuẫn với báo cáo trước của cùng tỉnh, cùng ngày trong lô; báo cáo trước được giữ",
    "Contradicts an earlier report of the same province and day in the batch, which is kept",
    "nth > 1 AND content != first_content",
  ),
];

const decreased = (code: string, vi: string, en: string, value: string): ReportRule =>
  rule(
    code,
    "finding",
    `${vi} lũy kế giảm so với báo cáo trước`,
    `Cumulative ${en} fell against the report before`,
    `${value} >= 0 AND previous_${value} > ${value}`,
  );

/** What is found in accepted reports. Shown as reported; nothing is mended. */
export const administeredFindings: readonly ReportRule[] = [
  rule(
    "date_assumed",
    "finding",
    "Tệp không ghi ngày; lấy ngày của --as-of",
    "The file tells no day; that of --as-of was taken",
    "is_date_assumed",
  ),
  decreased("total_decreased", "Tổng số mũi", "doses", "total"),
  decreased("dose_1_decreased", "Số mũi 1", "first doses", "dose_1"),
  decreased("dose_2_decreased", "Số mũi 2", "second doses", "dose_2"),
  rule(
    "above_100_percent",
    "finding",
    "Tỷ lệ tiêm trên người từ 18 tuổi vượt 100 %",
    "Doses of one number exceed the people of 18 and over",
    "greatest(percent_1, percent_2) > 100 OR (percent_1 = 0 AND adults > 0 AND greatest(dose_1, dose_2) > adults)",
  ),
  rule(
    "sum_mismatch",
    "finding",
    "Tổng số mũi khác tổng các mũi theo thứ tự",
    "The total differs from the sum of the doses by number",
    "total_read >= 0 AND arrayExists(dose -> dose >= 0, doses) AND total_read != arraySum(arrayFilter(dose -> dose >= 0, doses))",
  ),
];

/** A finding about the batch; listed at the first report after the gap. */
export const dayMissingRule: Rule = {
  code: "day_missing",
  severity: "finding",
  sentence: {
    vi: "Trước ngày này thiếu báo cáo: có ngày không tỉnh nào báo cáo",
    en: "Days are missing before this one: no province reported on them",
  },
};
