import type { RowRule } from "../cleanseRows.ts";
import { rowRule } from "../rowRule.ts";

const unknownCode = (column: string, vi: string, en: string): RowRule =>
  rowRule(
    `${column}_unknown`,
    "finding",
    `${vi} không có trong danh mục; cơ sở được nạp, ${vi.toLowerCase()} để trống`,
    `No list knows this ${en}; the facility is loaded without it`,
    `trimBoth(${column}) != '' AND ${column}_code = ''`,
  );

/** Over the expressions of the job. */
export const facilityRules: readonly RowRule[] = [
  rowRule("facility_code_missing", "reject", "Thiếu mã cơ sở", "The facility code is missing", "code = ''"),
  rowRule(
    "date_invalid",
    "reject",
    "Ngày hiệu lực không phải là ngày",
    "A day of validity is not a date",
    "(trimBoth(valid_from) != '' AND first_day = toDate(0)) OR (trimBoth(valid_to) != '' AND told_last_day = toDate(0))",
  ),
  rowRule(
    "valid_to_before_valid_from",
    "reject",
    "Ngày hết hiệu lực trước ngày bắt đầu hiệu lực",
    "The row ends before it begins",
    "told_last_day != toDate(0) AND told_last_day < first_day",
  ),
  rowRule(
    "period_overlap",
    "reject",
    "Thời gian hiệu lực chồng lên một dòng trước của cùng cơ sở; dòng trước được giữ",
    "Overlaps an earlier row of the same facility, which is kept",
    `code != '' AND arrayExists(other -> other.3 < row_id AND other.1 != first_day
      AND ((other.1 < first_day AND other.2 >= first_day) OR (other.1 > first_day AND told_last_day >= other.1)), periods)`,
  ),
  rowRule(
    "facility_name_missing",
    "finding",
    "Thiếu tên cơ sở",
    "The facility's name is missing",
    "trimBoth(name) = ''",
  ),
  unknownCode("type", "Loại cơ sở", "type"),
  unknownCode("ownership", "Hình thức", "ownership"),
  unknownCode("grade", "Hạng", "grade"),
  unknownCode("managing_level", "Tuyến", "managing level"),
  rowRule(
    "structure_unknown",
    "finding",
    "Không có địa giới này; dùng địa giới của ngày lập danh mục",
    "No such structure; that of the list's day was taken",
    "trimBoth(structure_code) != '' AND toUInt16OrZero(trimBoth(structure_code)) NOT IN (SELECT structure_code FROM mart.dim_structures FINAL)",
  ),
  rowRule(
    "commune_unknown",
    "finding",
    "Không nhận ra xã, phường theo mã hay tên; cơ sở tính vào huyện, tỉnh được biết, hoặc nơi chưa xác định",
    "No commune has this code or name; the facility counts under the district or province known, or an unknown place",
    "place % 1000000 >= 100000",
  ),
  rowRule(
    "province_contradicted",
    "finding",
    "Mã xã thuộc tỉnh khác với tỉnh ghi trong dòng; tính theo mã xã",
    "The commune's code lies in another province than the row names; the code counts",
    "is_contradictory",
  ),
  rowRule(
    "commune_name_contradicted",
    "finding",
    "Mã xã không phải của xã có tên ghi trong dòng; tính theo mã xã",
    "The commune of this code has another name than the row says; the code counts",
    "is_named_otherwise",
  ),
];
