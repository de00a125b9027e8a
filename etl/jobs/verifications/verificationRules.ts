import type { PersonDayRule } from "../personDayRule.ts";

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

export const verificationRules: readonly PersonDayRule[] = [
  {
    code: "person_id_missing",
    severity: "reject",
    sentence: { vi: "Thiếu mã đối tượng", en: "The person id is missing" },
    broken: "person_key = 0",
  },
  {
    code: "checked_date_missing",
    severity: "reject",
    sentence: { vi: "Thiếu ngày xác thực", en: "The day of the check is missing" },
    broken: "checked_on = ''",
  },
  {
    code: "checked_date_invalid",
    severity: "reject",
    sentence: { vi: "Ngày xác thực không phải là ngày", en: "The day of the check is not a date" },
    broken: "checked_on != '' AND day = toDate(0)",
  },
  {
    code: "checked_in_future",
    severity: "reject",
    sentence: { vi: "Ngày xác thực ở tương lai", en: "The check lies in the future" },
    broken: "day > {as_of:Date}",
  },
  {
    code: "checked_before_campaign",
    severity: "reject",
    sentence: {
      vi: "Ngày xác thực trước khi chiến dịch tiêm bắt đầu (08/03/2021)",
      en: "The check lies before the vaccination campaign's start (2021-03-08)",
    },
    broken: "day != toDate(0) AND day < {campaign_start:Date}",
  },
  {
    code: "result_unknown",
    severity: "reject",
    sentence: { vi: "Kết quả xác thực không đọc được", en: "The result is missing or not one of the classes" },
    broken: "result_value = 0",
  },
  {
    code: "duplicate_row",
    severity: "reject",
    sentence: {
      vi: "Lặp lại một dòng trước trong lô: cùng đối tượng, cùng ngày, cùng kết quả",
      en: "Repeats an earlier row of the batch: same person, day and result",
    },
    broken: "nth > 1 AND person_key != 0 AND day != toDate(0) AND result_value != 0",
  },
  {
    code: "results_of_one_day",
    severity: "finding",
    sentence: {
      vi: "Đối tượng có hai kết quả khác nhau trong cùng một ngày; kết quả xấu hơn được tính",
      en: "The person has two different results on one day; the worse one counts",
    },
    broken: "day_contents > 1",
  },
];
