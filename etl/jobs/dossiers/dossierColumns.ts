import type { SourceColumn } from "../../job.ts";
import { sourceColumn } from "../sourceColumn.ts";

export const dossierColumns: readonly SourceColumn[] = [
  sourceColumn(
    "procedure_code",
    "code",
    ["ma_thu_tuc"],
    "Mã thủ tục hành chính",
    "Code of the procedure",
    "1.003034",
    true,
  ),
  sourceColumn(
    "province_code",
    "code",
    ["ma_tinh"],
    "Mã tỉnh tiếp nhận (2 chữ số); cả mã và tên tỉnh để trống: chính Bộ Y tế",
    "Province that received them, two digits; neither code nor name: the Ministry itself",
    "01",
  ),
  sourceColumn(
    "province_name",
    "text",
    ["ten_tinh"],
    "Tên tỉnh tiếp nhận, có hoặc không dấu",
    "Province that received them, with or without tone marks",
    "Hà Nội",
  ),
  sourceColumn("month", "month", ["thang"], "Tháng", "Month", "06/2022", true),
  sourceColumn(
    "received_count",
    "count",
    ["so_tiep_nhan"],
    "Số hồ sơ tiếp nhận trong tháng",
    "Dossiers received in the month",
    "120",
    true,
  ),
  sourceColumn("online_count", "count", ["so_truc_tuyen"], "Trong đó nộp trực tuyến", "Of these filed online", "90"),
  sourceColumn(
    "resolved_count",
    "count",
    ["so_da_giai_quyet"],
    "Số hồ sơ đã giải quyết trong tháng",
    "Dossiers resolved in the month",
    "110",
  ),
  sourceColumn("on_time_count", "count", ["so_dung_han"], "Trong đó giải quyết đúng hạn", "Of these in time", "105"),
];

/** Names of the columns of counts; the fact's columns have the same names. */
export const dossierCounts = ["received_count", "online_count", "resolved_count", "on_time_count"] as const;
