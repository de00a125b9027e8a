import type { RowRule } from "../cleanseRows.ts";
import { codeRewrittenRule } from "../codeTextOf.ts";
import { rowRule } from "../rowRule.ts";
import { periodRules } from "../validityPeriods.ts";

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
  codeRewrittenRule("facility_code", "code"),
  ...periodRules({ vi: "cơ sở", en: "facility" }),
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
