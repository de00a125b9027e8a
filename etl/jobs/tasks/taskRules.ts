import type { RowRule } from "../cleanseRows.ts";

export const taskRules: readonly RowRule[] = [
  {
    code: "task_code_missing",
    severity: "reject",
    sentence: { vi: "Thiếu mã nhiệm vụ", en: "The task's code is missing" },
    condition: "code = ''",
  },
  {
    code: "task_number_invalid",
    severity: "reject",
    sentence: {
      vi: "Số thứ tự thiếu hoặc không phải là số nguyên dương",
      en: "The number is missing or not a whole number above zero",
    },
    condition: "number = 0",
  },
  {
    code: "group_missing",
    severity: "reject",
    sentence: { vi: "Thiếu nhóm nhiệm vụ", en: "The group is missing" },
    condition: "trimBoth(group_code) = ''",
  },
  {
    code: "year_invalid",
    severity: "reject",
    sentence: {
      vi: "Năm bắt đầu hoặc kết thúc không phải là năm, hoặc kết thúc trước khi bắt đầu",
      en: "The first or last year is not one, or the last is before the first",
    },
    condition: "first_year < 0 OR last_year < 0 OR (last_year > 0 AND last_year < first_year)",
  },
  {
    code: "task_name_missing",
    severity: "finding",
    sentence: { vi: "Thiếu tên nhiệm vụ", en: "The task's name is missing" },
    condition: "trimBoth(name) = ''",
  },
  {
    code: "years_missing",
    severity: "finding",
    sentence: {
      vi: "Thiếu năm kết thúc: không biết được nhiệm vụ có quá hạn hay không",
      en: "No last year: whether the task is overdue cannot be told",
    },
    condition: "last_year = 0",
  },
  {
    code: "scan_unclear",
    severity: "finding",
    sentence: { vi: "Bản quét của phụ lục không rõ ở dòng này", en: "The scan of the annex is unclear at this row" },
    condition: "trimBoth(scan_note) != ''",
  },
];
