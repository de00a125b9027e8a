import { reportCodes } from "../../../warehouse/reference/codes/reportCodes.ts";
import type { SourceColumn } from "../../job.ts";
import type { CountColumn } from "../facilityReports/facilityReport.ts";
import { facilityColumns, monthColumn } from "../facilityReports/reportSourceColumns.ts";
import { sourceColumn } from "../sourceColumn.ts";

const figures: readonly SourceColumn[] = [
  sourceColumn("sent_count", "count", ["so_gui"], "Số bản ghi đã gửi trong tháng", "Records sent in the month", "320"),
  sourceColumn("accepted_count", "count", ["so_tiep_nhan"], "Số bản ghi được tiếp nhận", "Of these, accepted", "305"),
  sourceColumn("rejected_count", "count", ["so_tu_choi"], "Số bản ghi bị từ chối", "Of these, rejected", "15"),
  sourceColumn(
    "complete_field_count",
    "count",
    ["so_truong_day_du"],
    "Tổng số trường có dữ liệu của các bản ghi được tiếp nhận",
    "Filled fields of the accepted records, added up",
    "13.420",
  ),
];

export const connectionColumns: readonly SourceColumn[] = [
  ...facilityColumns,
  {
    ...sourceColumn(
      "stream",
      "text",
      ["dong_du_lieu"],
      "Dòng dữ liệu: chứng sinh, báo tử, khám sức khỏe lái xe, thông tin y tế cơ bản (QĐ 3074), hồ sơ sức khỏe, đơn thuốc",
      "Stream: birth_certificate, death_notice, driver_health_check, basic_health_info, health_record, e_prescription",
      "Giấy chứng sinh",
    ),
    required: true,
    hasFewValues: true,
    choices: (reportCodes.stream ?? []).map(([, nameVi]) => nameVi),
  },
  monthColumn,
  sourceColumn(
    "connected_since",
    "day",
    ["ket_noi_tu"],
    "Ngày bắt đầu kết nối; để trống nếu chưa kết nối",
    "First day of the connection; empty where there is none",
    "01/03/2022",
  ),
  ...figures,
];

export const connectionNames: readonly string[] = figures.map(({ name }) => name);
export const connectionFormColumns: readonly string[] = [
  ...["facility_code", "facility_name", "stream", "month", "connected_since"],
  ...connectionNames,
];
export const connectionCounts: readonly CountColumn[] = connectionNames.map((name) => ({
  name,
  atMost: name === "complete_field_count" ? 10_000_000_000 : 100_000_000,
}));
