import type { Rule } from "../../job.ts";
import { rule } from "../rowRule.ts";

export const codeRules: readonly Rule[] = [
  rule("list_unknown", "reject", "Không có danh mục này", "There is no such list"),
  rule("code_missing", "reject", "Thiếu mã", "The code is missing"),
  rule(
    "code_invalid",
    "reject",
    "Mã chỉ gồm chữ không dấu, chữ số và gạch dưới, tối đa 40 ký tự",
    "A code has only letters without tone marks, digits and underscores, at most 40",
  ),
  rule("name_missing", "reject", "Mã mới hoặc nghĩa mới phải có tên", "A new code or a new meaning needs a name"),
  rule("date_invalid", "reject", "Ngày hiệu lực không phải là ngày", "A day of validity is not a date"),
  rule(
    "sort_order_invalid",
    "reject",
    "Thứ tự không phải là số từ 1 đến 65535",
    "The order is not a number 1 to 65535",
  ),
  rule(
    "valid_to_before_valid_from",
    "reject",
    "Ngày hết hiệu lực trước ngày bắt đầu hiệu lực",
    "The meaning ends before it begins",
  ),
  rule(
    "period_overlap",
    "reject",
    "Thời gian hiệu lực chồng lên một nghĩa sau của mã",
    "Overlaps a later meaning of the code",
  ),
  rule(
    "alias_shared",
    "reject",
    "Một mã khác của danh mục cũng có mã, tên hoặc cách viết này trong cùng thời gian",
    "Another code of the list has this code, name or spelling at the same time",
  ),
  rule("duplicate_row", "reject", "Lặp lại một dòng trước trong lô", "Repeats an earlier row of the batch"),
  rule(
    "row_conflict",
    "reject",
    "Mâu thuẫn với một dòng trước trong lô về cùng mã và ngày bắt đầu; dòng trước được giữ",
    "Contradicts an earlier row of the batch about the same code and first day, which is kept",
  ),
  rule("code_new", "finding", "Mã chưa có trong kho", "A code that the warehouse does not have"),
  rule(
    "meaning_new",
    "finding",
    "Mã có nghĩa mới từ ngày này; nghĩa trước kết thúc vào hôm trước",
    "The code gets a new meaning from this day on; the earlier one ends on the day before",
  ),
  rule(
    "code_changed",
    "finding",
    "Tên, cách viết, thời gian hoặc thứ tự khác với kho",
    "Name, spellings, period or order differ from the warehouse",
  ),
];
