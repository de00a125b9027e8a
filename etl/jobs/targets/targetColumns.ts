import type { SourceColumn } from "../../job.ts";
import { indicatorCodeColumn } from "../indicators/indicatorCodeColumn.ts";
import { sourceColumn } from "../sourceColumn.ts";

export const targetColumns: readonly SourceColumn[] = [
  sourceColumn(
    "target_code",
    "code",
    ["ma_chi_tieu"],
    "Mã chỉ tiêu, giữ nguyên qua các lần sửa",
    "Code of the target, the same through all changes",
    "qd2491-nguon-luc",
    true,
  ),
  indicatorCodeColumn,
  sourceColumn(
    "province_code",
    "code",
    ["ma_tinh"],
    "Mã tỉnh đặt chỉ tiêu; không có tỉnh và xã: cả nước",
    "Province that sets it; neither province nor commune: the nation",
    "01",
  ),
  sourceColumn("province_name", "text", ["ten_tinh", "tinh"], "Tên tỉnh", "Province", "Hà Nội"),
  sourceColumn(
    "commune_code",
    "code",
    ["ma_xa"],
    "Mã xã đặt chỉ tiêu (5 chữ số)",
    "Commune that sets it, five digits",
    "00004",
  ),
  sourceColumn(
    "applies_to",
    "text",
    ["ap_dung"],
    "Áp dụng: toàn địa bàn (mặc định), từng tỉnh hoặc từng xã trong địa bàn",
    "area (the default: the area as a whole), provinces or communes (each of them within it)",
    "từng tỉnh",
  ),
  sourceColumn("valid_from", "day", ["tu_ngay"], "Có hiệu lực từ ngày", "Holds from this day on", "13/06/2023", true),
  sourceColumn("deadline", "day", ["han"], "Hạn hoàn thành", "Deadline", "31/12/2025", true),
  sourceColumn(
    "target_value",
    "number",
    ["muc_tieu"],
    "Mục tiêu; với tỷ lệ: 100 %, 95 hoặc 0,95",
    "Value to reach; of a rate: 100 %, 95 or 0,95",
    "100 %",
    true,
  ),
  sourceColumn(
    "legal_basis",
    "text",
    ["can_cu"],
    "Căn cứ pháp lý",
    "Legal basis",
    "Quyết định 2491/QĐ-BYT, mục II.2.2.2.d",
  ),
  sourceColumn(
    "owner",
    "text",
    ["don_vi_phu_trach"],
    "Đơn vị phụ trách",
    "Unit responsible",
    "Trung tâm Thông tin y tế Quốc gia",
  ),
];
