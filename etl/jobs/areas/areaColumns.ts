import { z } from "zod";
import { areaLevels } from "../../../warehouse/areas/areaLevels.ts";
import type { SourceColumn } from "../../job.ts";
import { sourceColumn } from "../sourceColumn.ts";

/** A row is either a unit (area_code) or a step from an old unit to a new commune (from_code). */
export const areaColumns: readonly SourceColumn[] = [
  sourceColumn(
    "structure_code",
    "code",
    ["dia_gioi"],
    "Đơn vị: địa giới, gọi theo số tỉnh (63, 34)",
    "Unit: its structure, called by its number of provinces",
    "34",
  ),
  sourceColumn(
    "level",
    "text",
    ["cap"],
    "Đơn vị: nation, province, district hay commune",
    "Unit: nation, province, district or commune",
    "commune",
  ),
  sourceColumn(
    "area_code",
    "code",
    ["ma", "ma_don_vi"],
    "Đơn vị: mã, đủ số 0 ở đầu",
    "Unit: code with leading zeros",
    "26368",
  ),
  sourceColumn(
    "full_name",
    "text",
    ["ten", "ten_don_vi"],
    "Đơn vị: tên kèm loại",
    "Unit: name with its type",
    "Phường Long Thành",
  ),
  sourceColumn(
    "parent_code",
    "code",
    ["ma_cap_tren"],
    "Đơn vị: mã đơn vị cấp trên",
    "Unit: code of the unit above",
    "75",
  ),
  sourceColumn(
    "valid_from",
    "day",
    ["tu_ngay"],
    "Đơn vị: tên, loại này có từ ngày",
    "Unit: first day of this name and type",
    "30/04/2026",
  ),
  sourceColumn(
    "from_structure_code",
    "code",
    ["dia_gioi_cu"],
    "Chuyển: địa giới cũ",
    "Step: structure of the old unit",
    "63",
  ),
  sourceColumn(
    "from_level",
    "text",
    ["cap_cu"],
    "Chuyển: commune (để trống cũng được) hay district",
    "Step: commune (also if empty) or district",
    "commune",
  ),
  sourceColumn("from_code", "code", ["ma_cu"], "Chuyển: mã cũ", "Step: old code", "00007"),
  sourceColumn(
    "to_structure_code",
    "code",
    ["dia_gioi_moi"],
    "Chuyển: địa giới mới",
    "Step: structure of the new commune",
    "34",
  ),
  sourceColumn("to_code", "code", ["ma_moi"], "Chuyển: mã xã mới", "Step: code of the new commune", "00008"),
  sourceColumn(
    "is_whole",
    "flag",
    ["nhap_toan_bo"],
    "Chuyển: 1 nếu nhập toàn bộ, 0 nếu một phần",
    "Step: 1 if the whole unit went there, 0 if a part",
    "0",
  ),
  sourceColumn(
    "is_main",
    "flag",
    ["don_vi_chinh"],
    "Chuyển: 1 nếu số liệu cũ tính vào đây; để trống: giữ như đang có",
    "Step: 1 if old facts count there; empty: as it is",
    "1",
  ),
];

/** A landed row of the job, raw text. */
export const landedArea = z.object({
  file_number: z.number(),
  row_number: z.number(),
  structure_code: z.string(),
  level: z.string(),
  area_code: z.string(),
  full_name: z.string(),
  parent_code: z.string(),
  valid_from: z.string(),
  from_structure_code: z.string(),
  from_level: z.string(),
  from_code: z.string(),
  to_structure_code: z.string(),
  to_code: z.string(),
  is_whole: z.string(),
  is_main: z.string(),
  /** valid_from as a day; 1970-01-01 if it is none. */
  valid_from_day: z.string(),
});
export type LandedArea = z.infer<typeof landedArea>;

const level = z.enum(areaLevels);

/** Rows of mart.dim_areas, mart.dim_area_mappings and mart.dim_structures. */
export const areaRow = z.object({
  structure_code: z.number(),
  level,
  area_code: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
  name: z.string(),
  full_name: z.string(),
  type: z.string(),
  province_code: z.string(),
  district_code: z.string(),
  parent_code: z.string(),
  search_key: z.string(),
  is_unknown: z.boolean(),
  source: z.string(),
});
export type AreaRow = z.infer<typeof areaRow>;

export const mappingRow = z.object({
  from_structure_code: z.number(),
  from_level: z.enum(["district", "commune"]),
  from_code: z.string(),
  to_structure_code: z.number(),
  to_code: z.string(),
  is_whole: z.boolean(),
  is_main: z.boolean(),
  source: z.string(),
});
export type MappingRow = z.infer<typeof mappingRow>;

export const structureRow = z.object({
  structure_code: z.number(),
  name_vi: z.string(),
  name_en: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
});
export type StructureRow = z.infer<typeof structureRow>;

/** Everything that is known of units. */
export interface Areas {
  structures: StructureRow[];
  areas: AreaRow[];
  mappings: MappingRow[];
}
