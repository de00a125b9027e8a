import type { SourceColumn } from "../../job.ts";

const column = (
  name: string,
  aliases: readonly string[],
  vi: string,
  en: string,
  example: string,
  more: Partial<SourceColumn> = {},
): SourceColumn => ({ name, aliases, required: false, description: { vi, en }, example, ...more });

export const populationColumns: readonly SourceColumn[] = [
  column("province_code", ["ma_tinh"], "Mã tỉnh (2 chữ số)", "Province code, two digits", "01"),
  column(
    "province_name",
    ["ten_tinh", "tinh"],
    "Tên tỉnh, có hoặc không dấu",
    "Province, with or without tone marks",
    "Hà Nội",
  ),
  column(
    "commune_code",
    ["ma_xa"],
    "Mã xã, phường (5 chữ số); trống: số liệu của cả tỉnh",
    "Commune, five digits; empty: the figure is the whole province's",
    "00004",
  ),
  column(
    "commune_name",
    ["ten_xa"],
    "Tên xã, phường; dùng khi không có mã, tìm trong tỉnh của dòng",
    "Commune; used where there is no code, looked up within the row's province",
    "Phường Trúc Bạch",
  ),
  column(
    "structure_code",
    ["dia_gioi", "so_tinh_thanh"],
    "Địa giới của đơn vị: 63 hoặc 34 tỉnh, thành phố; trống: địa giới có hiệu lực ngày 01/01 của năm",
    "Boundaries that the unit belongs to: of 63 or of 34 provinces; empty: those in force on 1 January of the year",
    "63",
    { hasFewValues: true },
  ),
  column("year", ["nam"], "Năm", "Year", "2021", { required: true }),
  column("sex", ["gioi_tinh"], "Giới tính; trống: cả hai giới", "Sex; empty: both", "nữ", {
    hasFewValues: true,
    choices: ["chung", "nam", "nữ"],
  }),
  column(
    "age_group",
    ["nhom_tuoi"],
    "Nhóm tuổi: 0-4, 5-9, …, 80+; trống: mọi lứa tuổi",
    "Age group: 0-4, 5-9, …, 80+; empty: all ages",
    "15-19",
    { hasFewValues: true },
  ),
  column(
    "residence",
    ["khu_vuc"],
    "Khu vực: thành thị, nông thôn; trống: cả hai",
    "Residence: urban, rural; empty: both",
    "thành thị",
    { hasFewValues: true, choices: ["chung", "thành thị", "nông thôn"] },
  ),
  column("population", ["dan_so"], "Dân số (người)", "People", "8.053.664", { required: true }),
  column(
    "population_18_plus",
    ["dan_so_tu_18"],
    "Dân số từ 18 tuổi, của cả tỉnh",
    "People of 18 and over, of the whole province",
    "5.745.728",
  ),
  column(
    "rounded_to",
    ["lam_tron_den"],
    "Số liệu công bố đã làm tròn đến bao nhiêu người; trống: không làm tròn",
    "To how many people the published figure is rounded; empty: not rounded",
    "100",
    { hasFewValues: true },
  ),
];
