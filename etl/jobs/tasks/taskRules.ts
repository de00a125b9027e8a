import type { RowRule } from "../cleanseRows.ts";
import { rowRule } from "../rowRule.ts";

export const taskRules: readonly RowRule[] = [
  rowRule("task_code_missing", "reject", "Thiếu mã nhiệm vụ", "The task's code is missing", "code = ''"),
  rowRule(
    "task_number_invalid",
    "reject",
    "Số thứ tự thiếu hoặc không phải là số nguyên dương",
    "The number is missing or not a whole number above zero",
    "number = 0",
  ),
  rowRule("group_missing", "reject", "Thiếu nhóm nhiệm vụ", "The group is missing", "trimBoth(group_code) = ''"),
  rowRule(
    "year_invalid",
    "reject",
    "Năm bắt đầu hoặc kết thúc không phải là năm, hoặc kết thúc trước khi bắt đầu",
    "The first or last year is not one, or the last is before the first",
    "first_year < 0 OR last_year < 0 OR (last_year > 0 AND last_year < first_year)",
  ),
  rowRule("task_name_missing", "finding", "Thiếu tên nhiệm vụ", "The task's name is missing", "trimBoth(name) = ''"),
  rowRule(
    "years_missing",
    "finding",
    "Thiếu năm kết thúc: không biết được nhiệm vụ có quá hạn hay không",
    "No last year: whether the task is overdue cannot be told",
    "last_year = 0",
  ),
  rowRule(
    "scan_unclear",
    "finding",
    "Bản quét của phụ lục không rõ ở dòng này",
    "The scan of the annex is unclear at this row",
    "trimBoth(scan_note) != ''",
  ),
];
