import type { SourceColumn } from "../../job.ts";
import type { CountColumn } from "../facilityReports/facilityReport.ts";
import { facilityColumns, monthColumn } from "../facilityReports/reportSourceColumns.ts";
import { sourceColumn } from "../sourceColumn.ts";

/** Staff and beds: columns of the source and of mart.fct_resources. */
const levels: readonly SourceColumn[] = [
  sourceColumn("doctors", "count", ["bac_si"], "Số bác sĩ", "Doctors", "120"),
  sourceColumn("assistant_doctors", "count", ["y_si"], "Số y sĩ", "Assistant doctors", "14"),
  sourceColumn("nurses", "count", ["dieu_duong"], "Số điều dưỡng", "Nurses", "260"),
  sourceColumn("midwives", "count", ["ho_sinh"], "Số hộ sinh", "Midwives", "18"),
  sourceColumn("pharmacists", "count", ["duoc_si"], "Số dược sĩ", "Pharmacists", "21"),
  sourceColumn("beds_planned", "count", ["giuong_ke_hoach"], "Số giường kế hoạch", "Planned beds", "500"),
  sourceColumn("beds_actual", "count", ["giuong_thuc_ke"], "Số giường thực kê", "Actual beds", "560"),
];
export const levelNames: readonly string[] = levels.map(({ name }) => name);

/** Code of list equipment_type, beginning of the Vietnamese column, and what is counted. */
const equipment = [
  ["ct_scanner", "ct", "máy chụp cắt lớp vi tính (CT)", "CT scanners"],
  ["mri", "mri", "máy chụp cộng hưởng từ (MRI)", "MRI scanners"],
  ["x_ray", "x_quang", "máy X-quang", "X-ray machines"],
  ["ultrasound", "sieu_am", "máy siêu âm", "ultrasound machines"],
  ["ventilator", "may_tho", "máy thở", "ventilators"],
  ["dialysis", "chay_than", "máy chạy thận nhân tạo", "dialysis machines"],
  ["operating_room", "phong_mo", "phòng mổ", "operating rooms"],
] as const;
export const equipmentCodes: readonly string[] = equipment.map(([code]) => code);

const equipmentColumns = equipment.flatMap(([code, alias, vi, en]) => [
  sourceColumn(
    `${code}_in_order`,
    "count",
    [`${alias}_tot`],
    `Số ${vi} hoạt động tốt`,
    `Of the ${en}, those in order`,
    "2",
  ),
  sourceColumn(`${code}_broken`, "count", [`${alias}_hong`], `Số ${vi} hỏng`, `Of the ${en}, those broken`, "0"),
]);

export const resourceColumns: readonly SourceColumn[] = [
  ...facilityColumns,
  monthColumn,
  sourceColumn(
    "updated_date",
    "day",
    ["ngay_cap_nhat"],
    "Ngày cơ sở cập nhật số liệu",
    "Day on which the facility gave these figures",
    "28/06/2022",
  ),
  ...levels,
  ...equipmentColumns,
];

/** Columns that a person fills in, in the form's order. */
export const resourceFormColumns: readonly string[] = [
  ...["facility_code", "facility_name", "month", "updated_date"],
  ...levelNames,
  ...equipmentColumns.map(({ name }) => name),
];

/** No hospital of the country has a tenth of a million of anything, and the facts' columns hold it. */
export const resourceCounts: readonly CountColumn[] = [...levels, ...equipmentColumns].map(({ name }) => ({
  name,
  atMost: 1_000_000,
}));
