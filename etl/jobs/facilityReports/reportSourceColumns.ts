import type { SourceColumn } from "../../job.ts";
import { sourceColumn } from "../sourceColumn.ts";

export const monthColumn: SourceColumn = sourceColumn(
  "month",
  "month",
  ["thang"],
  "Tháng báo cáo",
  "Month of the report",
  "06/2022",
  true,
);

/** Who reports, and where it lies should no list know it; part of every report of facilities. */
export const facilityColumns: readonly SourceColumn[] = [
  sourceColumn("facility_code", "code", ["ma_co_so"], "Mã cơ sở", "Facility code", "01001", true),
  sourceColumn(
    "facility_name",
    "text",
    ["ten_co_so"],
    "Tên cơ sở; chỉ để người điền biểu nhận ra, không đọc",
    "Facility; for whoever fills in the form, not read",
    "Trạm y tế phường Trúc Bạch",
  ),
  sourceColumn(
    "province_code",
    "code",
    ["ma_tinh"],
    "Mã tỉnh (2 chữ số), dùng khi cơ sở không có trong danh mục",
    "Province code, two digits; used for a facility that no list knows",
    "01",
  ),
  sourceColumn(
    "province_name",
    "text",
    ["ten_tinh"],
    "Tên tỉnh, có hoặc không dấu, dùng khi không có mã tỉnh",
    "Province, with or without tone marks; used where there is no province code",
    "Hà Nội",
  ),
  sourceColumn(
    "commune_code",
    "code",
    ["ma_xa"],
    "Mã xã, phường (5 chữ số), dùng khi cơ sở không có trong danh mục",
    "Commune, five digits; used for a facility that no list knows",
    "00004",
  ),
];
