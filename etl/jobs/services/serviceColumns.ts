import type { SourceColumn } from "../../job.ts";
import type { CountColumn } from "../facilityReports/facilityReport.ts";
import { facilityColumns, monthColumn } from "../facilityReports/reportSourceColumns.ts";
import { sourceColumn } from "../sourceColumn.ts";

const figures: readonly SourceColumn[] = [
  sourceColumn(
    "outpatient_visits",
    "count",
    ["luot_kham_ngoai_tru"],
    "Số lượt khám ngoại trú trong tháng",
    "Outpatient visits of the month",
    "12.450",
  ),
  sourceColumn(
    "insured_visits",
    "count",
    ["luot_kham_bhyt"],
    "Trong đó số lượt khám bảo hiểm y tế",
    "Of these, visits paid for by health insurance",
    "10.120",
  ),
  sourceColumn(
    "inpatient_admissions",
    "count",
    ["luot_nhap_vien"],
    "Số lượt nhập viện",
    "Admissions of inpatients",
    "1.830",
  ),
  sourceColumn(
    "inpatient_days",
    "count",
    ["so_ngay_dieu_tri_noi_tru"],
    "Tổng số ngày điều trị nội trú",
    "Days of all inpatients, added up",
    "11.620",
  ),
  sourceColumn("surgeries", "count", ["so_ca_phau_thuat"], "Số ca phẫu thuật", "Surgeries", "412"),
  sourceColumn("deliveries", "count", ["so_ca_de"], "Số ca đẻ", "Deliveries", "186"),
  sourceColumn("lab_tests", "count", ["so_xet_nghiem"], "Số lần xét nghiệm", "Laboratory tests", "48.300"),
  sourceColumn(
    "imaging",
    "count",
    ["so_chan_doan_hinh_anh"],
    "Số lần chẩn đoán hình ảnh",
    "Imaging examinations",
    "6.740",
  ),
  sourceColumn(
    "telehealth_consultations",
    "count",
    ["luot_tu_van_tu_xa"],
    "Số lượt tư vấn, khám chữa bệnh từ xa",
    "Telehealth consultations",
    "25",
  ),
  sourceColumn(
    "chip_id_visits",
    "count",
    ["luot_tra_cuu_cccd"],
    "Số lượt tra cứu bằng căn cước công dân gắn chip hoặc VNeID",
    "Look-ups by chip ID card or VNeID",
    "3.210",
  ),
  sourceColumn(
    "chip_id_successes",
    "count",
    ["luot_tra_cuu_cccd_thanh_cong"],
    "Trong đó số lượt tra cứu thành công",
    "Of these, look-ups that succeeded",
    "2.980",
  ),
];

export const serviceColumns: readonly SourceColumn[] = [...facilityColumns, monthColumn, ...figures];
export const serviceNames: readonly string[] = figures.map(({ name }) => name);
export const serviceFormColumns: readonly string[] = ["facility_code", "facility_name", "month", ...serviceNames];
export const serviceCounts: readonly CountColumn[] = serviceNames.map((name) => ({ name, atMost: 100_000_000 }));
