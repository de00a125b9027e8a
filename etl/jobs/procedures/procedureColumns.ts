import type { SourceColumn } from "../../job.ts";
import { sourceColumn } from "../sourceColumn.ts";

const yesOrNo = { required: true, hasFewValues: true, choices: ["có", "không"] };

export const procedureColumns: readonly SourceColumn[] = [
  sourceColumn(
    "procedure_code",
    "code",
    ["ma_thu_tuc"],
    "Mã thủ tục hành chính trên Cơ sở dữ liệu quốc gia",
    "Code of the administrative procedure in the national database",
    "1.003034",
    { required: true },
  ),
  sourceColumn(
    "name",
    "text",
    ["ten_thu_tuc"],
    "Tên thủ tục",
    "Name",
    "Công bố đủ điều kiện sản xuất trang thiết bị y tế",
    {
      required: true,
    },
  ),
  sourceColumn("handling_level", "text", ["cap_thuc_hien"], "Cấp thực hiện", "Level that handles it", "tỉnh", {
    hasFewValues: true,
    choices: ["bộ", "tỉnh", "huyện", "xã"],
  }),
  sourceColumn(
    "is_eligible",
    "flag",
    ["du_dieu_kien"],
    "Đủ điều kiện cung cấp toàn trình",
    "May be provided online in full",
    "có",
    yesOrNo,
  ),
  sourceColumn(
    "is_full_online",
    "flag",
    ["toan_trinh"],
    "Đang cung cấp toàn trình",
    "Is provided online in full",
    "có",
    yesOrNo,
  ),
  sourceColumn(
    "is_on_national_portal",
    "flag",
    ["tich_hop_cong_quoc_gia"],
    "Đã tích hợp lên Cổng Dịch vụ công quốc gia",
    "Is on the national public-service portal",
    "không",
    yesOrNo,
  ),
  sourceColumn(
    "valid_from",
    "day",
    ["hieu_luc_tu"],
    "Ngày bắt đầu hiệu lực của dòng",
    "First day on which the row holds",
    "01/01/2022",
  ),
  sourceColumn(
    "valid_to",
    "day",
    ["hieu_luc_den"],
    "Ngày cuối còn hiệu lực; trống: còn hiệu lực, hoặc đến trước dòng sau của cùng thủ tục",
    "Last day on which the row holds; empty: in force, or until the next row of the procedure",
    "31/12/2022",
  ),
];
