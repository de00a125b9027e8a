import { type RowRule, rowRule } from "../rowRule.ts";

/** Words for each result class, besides its code; compared without case and tone marks. Values are those of fct_verifications.result. */
export const resultClasses = [
  { code: "right", value: 2, phrases: ["xác thực đúng", "đúng"] },
  { code: "wrong_birth_date", value: 3, phrases: ["sai ngày sinh"] },
  { code: "wrong_name", value: 4, phrases: ["sai họ tên", "sai họ và tên"] },
  {
    code: "wrong_name_and_birth_date",
    value: 5,
    phrases: ["sai họ tên và ngày sinh", "sai họ và tên và ngày sinh", "sai họ tên, ngày sinh"],
  },
  {
    code: "id_not_found",
    value: 6,
    phrases: ["số định danh không có trong hệ thống", "không có số định danh trong hệ thống"],
  },
  { code: "wrong_other", value: 7, phrases: ["sai thông tin khác"] },
  { code: "no_id", value: 8, phrases: ["không có CCCD/CMTND", "không có số định danh", "thiếu CCCD/CMTND"] },
  { code: "malformed_id", value: 9, phrases: ["sai định dạng", "sai định dạng CCCD/CMTND"] },
  {
    code: "not_matched",
    value: 10,
    phrases: ["có đủ thông tin mà không khớp ai", "có đủ thông tin nhưng không khớp", "không khớp ai"],
  },
] as const;

export const verificationRules: readonly RowRule[] = [
  rowRule("person_id_missing", "reject", "Thiếu mã đối tượng", "The person id is missing", "person_key = 0"),
  rowRule(
    "checked_date_missing",
    "reject",
    "Thiếu ngày xác thực",
    "The day of the check is missing",
    "checked_on = ''",
  ),
  rowRule(
    "checked_date_invalid",
    "reject",
    "Ngày xác thực không phải là ngày",
    "The day of the check is not a date",
    "checked_on != '' AND day = toDate(0)",
  ),
  rowRule(
    "checked_in_future",
    "reject",
    "Ngày xác thực ở tương lai",
    "The check lies in the future",
    "day > {as_of:Date}",
  ),
  rowRule(
    "checked_before_campaign",
    "reject",
    "Ngày xác thực trước khi chiến dịch tiêm bắt đầu (08/03/2021)",
    "The check lies before the vaccination campaign's start (2021-03-08)",
    "day != toDate(0) AND day < {campaign_start:Date}",
  ),
  rowRule(
    "result_unknown",
    "reject",
    "Kết quả xác thực không đọc được",
    "The result is missing or not one of the classes",
    "result_value = 0",
  ),
  rowRule(
    "duplicate_row",
    "reject",
    "Lặp lại một dòng trước trong lô: cùng đối tượng, cùng ngày, cùng kết quả",
    "Repeats an earlier row of the batch: same person, day and result",
    "nth > 1 AND person_key != 0 AND day != toDate(0) AND result_value != 0",
  ),
  rowRule(
    "results_of_one_day",
    "finding",
    "Đối tượng có hai kết quả khác nhau trong cùng một ngày; kết quả xấu hơn được tính",
    "The person has two different results on one day; the worse one counts",
    "day_contents > 1",
  ),
];
