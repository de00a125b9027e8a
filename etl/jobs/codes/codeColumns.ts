import { z } from "zod";
import type { CodeRow } from "../../../warehouse/reference/codes.ts";
import type { SourceColumn } from "../../job.ts";
import { sourceColumn } from "../sourceColumn.ts";

export const codeColumns: readonly SourceColumn[] = [
  sourceColumn(
    "code_list",
    "text",
    ["danh_muc"],
    "Danh mục: resource, equipment_type, payment_method, service, stream, facility_type, ownership, grade, managing_level, vaccine",
    "List: resource, equipment_type, payment_method, service, stream, facility_type, ownership, grade, managing_level, vaccine",
    "payment_method",
    true,
  ),
  sourceColumn(
    "code",
    "code",
    ["ma"],
    "Mã: chữ không dấu, số, gạch dưới",
    "Code: letters, digits, underscores",
    "qr",
    true,
  ),
  sourceColumn("name_vi", "text", ["ten"], "Tên tiếng Việt", "Vietnamese name", "Mã QR"),
  sourceColumn("name_en", "text", ["ten_tieng_anh"], "Tên tiếng Anh", "English name", "QR code"),
  sourceColumn(
    "aliases",
    "text",
    ["ten_khac"],
    "Cách viết khác trong tệp nguồn, cách nhau bằng |; thêm vào các cách viết đã có",
    "Other spellings in source files, with | between them; added to those known",
    "quét mã|vietqr",
  ),
  sourceColumn(
    "valid_from",
    "day",
    ["hieu_luc_tu"],
    "Nghĩa này có từ ngày; để trống: sửa nghĩa đang dùng của mã đã có",
    "First day of this meaning; empty: changes the meaning in use of a known code",
    "01/01/2024",
  ),
  sourceColumn(
    "valid_to",
    "day",
    ["hieu_luc_den"],
    "Ngày cuối cùng của nghĩa này",
    "Last day of this meaning",
    "31/12/2025",
  ),
  sourceColumn("sort_order", "number", ["thu_tu"], "Thứ tự khi hiển thị", "Place in order when shown", "4"),
];

/** A landed row of the job, raw text, and its days: 1970-01-01 if they are none. */
export const landedCode = z.object({
  file_number: z.number(),
  row_number: z.number(),
  code_list: z.string(),
  code: z.string(),
  name_vi: z.string(),
  name_en: z.string(),
  aliases: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
  sort_order: z.string(),
  valid_from_day: z.string(),
  valid_to_day: z.string(),
});
export type LandedCode = z.infer<typeof landedCode>;

/** A row of mart.dim_codes. */
export const codeRow: z.ZodType<CodeRow> = z.object({
  code_list: z.string(),
  code: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
  name_vi: z.string(),
  name_en: z.string(),
  aliases: z.array(z.string()),
  sort_order: z.number(),
  source: z.string(),
});
