import type { Rule } from "../../job.ts";
import type { RowRule } from "../cleanseRows.ts";
import { codeRewrittenRule } from "../codeTextOf.ts";
import { countAmbiguous, numberAmbiguous } from "../countOf.ts";
import { kindList } from "./claimKinds.ts";

const sentenceRule = (code: string, severity: Rule["severity"], vi: string, en: string): Rule => ({
  code,
  severity,
  sentence: { vi, en },
});
const rule = (code: string, severity: Rule["severity"], vi: string, en: string, condition: string): RowRule => ({
  ...sentenceRule(code, severity, vi, en),
  condition,
});

/** Faults of a claim by itself; `condition` is SQL over the columns that `readClaims` computes. */
export const claimRules: readonly RowRule[] = [
  rule(
    "claim_unreadable",
    "reject",
    "Hồ sơ XML1 rỗng hoặc không giải mã được",
    "The XML1 file is empty or cannot be decoded",
    "is_empty",
  ),
  rule(
    "claim_key_missing",
    "reject",
    "Thiếu mã liên kết (MA_LK)",
    "The key of the episode (MA_LK) is missing",
    "claim_key = 0 AND NOT is_empty",
  ),
  rule(
    "facility_code_missing",
    "reject",
    "Thiếu mã cơ sở (MA_CSKCB)",
    "The facility code (MA_CSKCB) is missing",
    "facility = '' AND NOT is_empty",
  ),
  rule(
    "admission_invalid",
    "reject",
    "Ngày vào thiếu hoặc không hợp lệ",
    "The day of arrival is missing or not a date",
    "admitted = toDate(0) AND NOT is_empty",
  ),
  rule(
    "discharge_invalid",
    "reject",
    "Ngày ra thiếu hoặc không hợp lệ",
    "The day of discharge is missing or not a date",
    "discharged = toDate(0) AND NOT is_empty",
  ),
  rule(
    "discharge_before_admission",
    "reject",
    "Ngày ra trước ngày vào",
    "The discharge lies before the arrival",
    "discharged > toDate(0) AND discharged < admitted",
  ),
  rule(
    "discharge_in_future",
    "reject",
    "Ngày ra ở tương lai",
    "The discharge lies in the future",
    "discharged > {as_of:Date}",
  ),
  rule(
    "discharge_too_early",
    "reject",
    "Ngày ra trước 01/01/2015",
    "The discharge lies before 2015-01-01",
    "discharged > toDate(0) AND discharged < '2015-01-01'",
  ),
  rule(
    "care_kind_unknown",
    "reject",
    "Mã hình thức khám chữa bệnh (MA_LOAI_KCB) thiếu hoặc không có trong danh mục",
    "The kind of care (MA_LOAI_KCB) is missing or none that is known",
    "kind = '' AND NOT is_empty",
  ),
  rule(
    "stay_invalid",
    "reject",
    "Số ngày điều trị không phải là số nguyên không âm",
    "The days of treatment are not a whole number of zero or more",
    "stay = -2",
  ),
  { ...numberAmbiguous, condition: `stay = ${countAmbiguous}` },
  codeRewrittenRule("told_code", "facility"),
  rule(
    "facility_unknown",
    "finding",
    "Mã cơ sở không có trong danh mục; hồ sơ tính vào tỉnh theo hai ký tự đầu của mã",
    "No list knows the facility's code; the claim counts in the province that begins the code",
    "facility != '' AND NOT is_listed",
  ),
  rule(
    "facility_not_in_force",
    "finding",
    "Ngày ra nằm ngoài thời gian hoạt động của cơ sở ghi trong danh mục",
    "The discharge lies outside the time in which the list has the facility in force",
    "is_listed AND discharged > toDate(0) AND NOT is_in_force",
  ),
  rule(
    "care_kind_not_counted",
    "finding",
    "Hình thức không tính là lượt khám hay lượt nhập viện (07: nhận thuốc theo hẹn; 10: trường hợp khác)",
    "A kind that counts neither as a visit nor as an admission (07: drugs by appointment; 10: other cases)",
    `has(${kindList("neither")}, kind)`,
  ),
  rule(
    "stay_missing",
    "finding",
    "Thiếu số ngày điều trị nội trú; tính là ngày ra trừ ngày vào cộng 1",
    "The days of an inpatient's treatment are missing; taken as discharge less arrival plus one",
    "stay = -1 AND is_stay",
  ),
  rule(
    "stay_implausible",
    "finding",
    "Số ngày điều trị nội trú nhiều hơn số ngày từ khi vào đến khi ra, hoặc quá 365 ngày",
    "More days of an inpatient's treatment than lie between arrival and discharge, or more than 365",
    "is_stay AND admitted > toDate(0) AND discharged >= admitted AND (stay > dateDiff('day', admitted, discharged) + 1 OR days > 365)",
  ),
];

export const claimRepeatedRule = sentenceRule(
  "claim_repeated",
  "reject",
  "Cơ sở đã gửi hồ sơ có mã liên kết này ở một dòng trước trong lô; dòng trước được giữ",
  "The facility has sent a claim with this key in an earlier row of the batch, which is kept",
);

export const formDiffersRule = sentenceRule(
  "form_differs",
  "finding",
  "Số lượt khám BHYT theo hồ sơ khác số trong biểu thống kê của cơ sở cùng tháng (chi tiết: biểu → hồ sơ)",
  "Insured visits by claims differ from those of the facility's form of the month (detail: form → claims)",
);
