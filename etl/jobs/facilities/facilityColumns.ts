import { codes } from "../../../warehouse/reference/codes.ts";
import type { SourceColumn } from "../../job.ts";
import { sourceColumn } from "../sourceColumn.ts";

/** A column whose values are those of a list of codes. */
const coded = (name: string, aliases: readonly string[], list: string, vi: string, en: string): SourceColumn => {
  const choices = codes.filter((code) => code.code_list === list).map((code) => code.name_vi);
  return sourceColumn(name, "text", aliases, vi, en, choices[0] ?? "", { hasFewValues: true, choices });
};

export const facilityColumns: readonly SourceColumn[] = [
  sourceColumn("facility_code", "code", ["ma_co_so"], "Mã cơ sở", "Facility code", "01001", { required: true }),
  sourceColumn("name", "text", ["ten_co_so"], "Tên cơ sở", "Name", "Trạm y tế phường Trúc Bạch", { required: true }),
  coded(
    "type",
    ["loai", "loai_co_so"],
    "facility_type",
    "Loại cơ sở: bệnh viện, trung tâm y tế, trạm y tế, phòng khám, nhà thuốc",
    "Type: hospital, health centre, health station, clinic, pharmacy",
  ),
  coded("ownership", ["hinh_thuc"], "ownership", "Hình thức: công lập, tư nhân", "Public or private"),
  coded(
    "grade",
    ["hang"],
    "grade",
    "Hạng: đặc biệt, I, II, III, IV, không xếp hạng",
    "Grade: special, I, II, III, IV, not graded",
  ),
  coded(
    "managing_level",
    ["tuyen"],
    "managing_level",
    "Tuyến: trung ương, tỉnh, huyện, xã, tư nhân",
    "Managing level: central, province, district, commune, private",
  ),
  sourceColumn(
    "commune_code",
    "code",
    ["ma_xa"],
    "Mã xã, phường nơi đặt cơ sở (5 chữ số)",
    "Commune, five digits",
    "00004",
  ),
  sourceColumn(
    "commune_name",
    "text",
    ["ten_xa"],
    "Tên xã, phường; dùng khi không có mã",
    "Commune's name, for want of a code",
    "Phường Trúc Bạch",
  ),
  sourceColumn(
    "district_name",
    "text",
    ["ten_huyen"],
    "Tên huyện, quận (đến 30/06/2025)",
    "District (until 2025-06-30)",
    "Ba Đình",
  ),
  sourceColumn("province_code", "code", ["ma_tinh"], "Mã tỉnh (2 chữ số)", "Province code, two digits", "01"),
  sourceColumn("province_name", "text", ["ten_tinh"], "Tên tỉnh, có hoặc không dấu", "Province's name", "Hà Nội"),
  sourceColumn(
    "structure_code",
    "code",
    ["dia_gioi"],
    "Địa giới của mã và tên nơi đặt: 63, 34; để trống: địa giới của ngày lập danh mục",
    "Structure that the place's code and names are of: 63, 34; empty: that of the list's day",
    "63",
  ),
  sourceColumn(
    "valid_from",
    "day",
    ["hieu_luc_tu"],
    "Dòng có hiệu lực từ ngày",
    "First day on which the row holds",
    "01/04/2022",
  ),
  sourceColumn(
    "valid_to",
    "day",
    ["hieu_luc_den"],
    "Ngày cuối cùng còn hiệu lực; để trống: đến dòng sau của cơ sở, hoặc vẫn còn hiệu lực",
    "Last day on which the row holds; empty: until the facility's next row, or still in force",
    "31/12/2024",
  ),
];
