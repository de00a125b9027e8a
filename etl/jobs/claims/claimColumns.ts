import type { SourceColumn } from "../../job.ts";
import type { ColumnType } from "../../sources/columnType.ts";

const column = (
  name: string,
  type: ColumnType,
  vi: string,
  en: string,
  example: string,
  more: Partial<SourceColumn> = {},
): SourceColumn => ({ name, type, aliases: [], required: true, description: { vi, en }, example, ...more });

/**
 * The only columns of table 1 (XML1) of Decision 130/QĐ-BYT, amended by 4750/QĐ-BYT, that are read. Name, birth date, address,
 * card and ID number, telephone and diagnoses of the patient stay in the file: they are neither landed nor kept with rejects.
 */
export const claimColumns: readonly SourceColumn[] = [
  column(
    "ma_lk",
    "code",
    "Mã liên kết của đợt khám chữa bệnh; chỉ dùng để nhận ra hồ sơ gửi lặp, không lưu",
    "Key of the episode of care; only tells claims that are sent twice, and is not kept",
    "LK20220405000123",
  ),
  column("ma_cskcb", "code", "Mã cơ sở khám bệnh, chữa bệnh (5 ký tự)", "Facility code, five characters", "01001", {
    hasFewValues: true,
  }),
  column(
    "ma_loai_kcb",
    "code",
    "Mã hình thức khám chữa bệnh (Quyết định 824/QĐ-BYT): 01 – 10",
    "Kind of care (Decision 824/QĐ-BYT): 01 – 10",
    "01",
    {
      hasFewValues: true,
    },
  ),
  column("ngay_vao", "day", "Thời điểm đến khám chữa bệnh (yyyymmddHHMM)", "Arrival, yyyymmddHHMM", "202204031520"),
  column(
    "ngay_ra",
    "day",
    "Thời điểm kết thúc đợt khám chữa bệnh (yyyymmddHHMM)",
    "End of the episode, yyyymmddHHMM",
    "202204050920",
  ),
  column("so_ngay_dtri", "count", "Số ngày điều trị", "Days of treatment", "3", { required: false }),
];
