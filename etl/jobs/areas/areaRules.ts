import type { Rule } from "../../job.ts";

const rule = (code: string, severity: Rule["severity"], vi: string, en: string): Rule => ({
  code,
  severity,
  sentence: { vi, en },
});

export const areaRules: readonly Rule[] = [
  rule(
    "row_kind_unclear",
    "reject",
    "Dòng phải có mã đơn vị (ma) hoặc mã cũ và mã mới, không phải cả hai",
    "A row needs a unit's code, or an old and a new code, and not both",
  ),
  rule(
    "structure_unknown",
    "reject",
    "Không có địa giới này; khai báo bằng một dòng cấp nation",
    "No such structure; declare it by a row of level nation",
  ),
  rule(
    "level_unknown",
    "reject",
    "Cấp không phải nation, province, district hay commune",
    "The level is not nation, province, district or commune",
  ),
  rule(
    "code_invalid",
    "reject",
    "Mã không đủ chữ số của cấp: tỉnh 2, huyện 3, xã 5",
    "The code has not the digits of its level: province 2, district 3, commune 5",
  ),
  rule(
    "name_invalid",
    "reject",
    "Tên đơn vị phải kèm loại: Tỉnh, Thành phố, Phường, Xã…",
    "A unit's name starts with its type: Tỉnh, Thành phố, Phường, Xã…",
  ),
  rule(
    "date_invalid",
    "reject",
    "Ngày bắt đầu thiếu, không phải là ngày, hoặc ngoài thời gian của địa giới",
    "The first day is missing, not a date, or outside the structure's time",
  ),
  rule(
    "parent_unknown",
    "reject",
    "Không có đơn vị cấp trên này trong địa giới",
    "The structure has no such unit above",
  ),
  rule("old_unit_unknown", "reject", "Mã cũ không có trong địa giới cũ", "The old code is not in the old structure"),
  rule(
    "new_unit_unknown",
    "reject",
    "Mã xã mới không có trong địa giới mới",
    "The new commune's code is not in the new structure",
  ),
  rule(
    "flag_unknown",
    "reject",
    "Nhập toàn bộ hoặc đơn vị chính không phải là có (1) hay không (0)",
    "Whether the whole unit went there, or whether it is the main successor, is told by neither yes (1) nor no (0)",
  ),
  rule("duplicate_row", "reject", "Lặp lại một dòng trước", "Repeats an earlier row"),
  rule("unit_new", "finding", "Đơn vị chưa có trong kho", "A unit that the warehouse does not have"),
  rule(
    "unit_renamed",
    "finding",
    "Tên, loại hoặc cấp trên khác với kho",
    "Name, type or unit above differ from the warehouse",
  ),
  rule(
    "mapping_new",
    "finding",
    "Kho chưa có cặp chuyển đổi này",
    "The warehouse does not have this step from old to new",
  ),
  rule(
    "mapping_changed",
    "finding",
    "Kho có cặp này, nhưng khác về toàn bộ/một phần hoặc đơn vị chính",
    "The warehouse has this step, but differs on whole or part, or on the main successor",
  ),
  rule(
    "mapping_dropped",
    "finding",
    "Kho có cặp khác của đơn vị cũ này mà tệp không có; sẽ bị bỏ",
    "The warehouse has another step of this old unit that the file does not name; it goes",
  ),
];
