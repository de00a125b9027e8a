import type { SourceColumn } from "../../job.ts";
import { sourceColumn } from "../sourceColumn.ts";

/** Text, as the outline is: written by the product for itself, below zero too, and never with separators. */
const edge = (name: string, vi: string, en: string, example: string): SourceColumn =>
  sourceColumn(name, "text", [], vi, en, example, true);

/** What is read out of a GeoJSON or TopoJSON file; the outline is drawn while it is read. */
export const boundaryColumns: readonly SourceColumn[] = [
  sourceColumn(
    "area_code",
    "code",
    ["ma_don_vi"],
    "Mã đơn vị theo Cục Thống kê, đủ số 0 ở đầu: tỉnh 2, huyện 3, xã 5 chữ số",
    "GSO code of the unit with its leading zeros: province 2, district 3, commune 5 digits",
    "00004",
    true,
  ),
  sourceColumn(
    "outline",
    "text",
    ["duong_bao"],
    "Đường bao: đường dẫn SVG gồm số nguyên, phép chiếu Mercator, mỗi phần vạn độ kinh một đơn vị",
    "Outline: an SVG path of whole numbers, Mercator, one unit for each ten-thousandth of a degree of longitude",
    "M1058400,-213800l90,12l-4,88z",
    true,
  ),
  edge("min_x", "Mép trái", "Left edge", "1058400"),
  edge("min_y", "Mép trên", "Upper edge", "-213800"),
  edge("max_x", "Mép phải", "Right edge", "1058490"),
  edge("max_y", "Mép dưới", "Lower edge", "-213700"),
];
