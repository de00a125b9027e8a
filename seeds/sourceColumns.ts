/** Header of every file, Vietnamese as the platforms write it. */
export const SAMPLE_COLUMN = "du_lieu_mau";

export const DOSE_COLUMNS = [
  "ma_mui_tiem",
  "ma_doi_tuong",
  "so_cccd",
  "ho_ten",
  "ngay_sinh",
  "gioi_tinh",
  "ma_tinh",
  "ma_huyen",
  "ma_xa",
  "ma_co_so",
  "ngay_tiem",
  "mui_so",
  "vac_xin",
  "so_lo",
  "ngay_nhap",
  "ngay_gui",
  SAMPLE_COLUMN,
] as const;
export type DoseColumn = (typeof DOSE_COLUMNS)[number];

/** Position of every column. */
export function positions<Column extends string>(columns: readonly Column[]): Readonly<Record<Column, number>> {
  return Object.fromEntries(columns.map((column, index) => [column, index])) as Readonly<Record<Column, number>>;
}
/** Position of a column in a dose row. */
export const AT = positions(DOSE_COLUMNS);

export const VERIFICATION_COLUMNS = ["ma_doi_tuong", "ngay_xac_thuc", "ket_qua", SAMPLE_COLUMN] as const;
export const CERTIFICATE_COLUMNS = ["ma_doi_tuong", "ngay_ky", SAMPLE_COLUMN] as const;
export const FACILITY_COLUMNS = [
  "ma_co_so",
  "ten_co_so",
  "loai_co_so",
  "hinh_thuc",
  "hang",
  "tuyen",
  "ma_xa",
  "ten_xa",
  "ten_huyen",
  "ma_tinh",
  "ten_tinh",
  "hieu_luc_tu",
  "hieu_luc_den",
  SAMPLE_COLUMN,
] as const;
export const ADMINISTERED_COLUMNS = ["ma_tinh", "ten_tinh", "ngay", "tong_so_mui", SAMPLE_COLUMN] as const;
export const POPULATION_COLUMNS = [
  "ma_tinh",
  "ten_tinh",
  "nam",
  "gioi_tinh",
  "nhom_tuoi",
  "khu_vuc",
  "dan_so",
  "dan_so_tu_18",
  SAMPLE_COLUMN,
] as const;

/** How every report of a facility begins. */
const REPORTING_FACILITY = ["ma_co_so", "ma_tinh", "ma_xa"] as const;
export const RESOURCE_COLUMNS = [
  ...REPORTING_FACILITY,
  "thang",
  "ngay_cap_nhat",
  ...(["bac_si", "y_si", "dieu_duong", "ho_sinh", "duoc_si"] as const),
  "giuong_ke_hoach",
  "giuong_thuc_ke",
  ...([
    "ct_tot",
    "ct_hong",
    "mri_tot",
    "mri_hong",
    "x_quang_tot",
    "x_quang_hong",
    "sieu_am_tot",
    "sieu_am_hong",
  ] as const),
  ...(["may_tho_tot", "may_tho_hong", "chay_than_tot", "chay_than_hong", "phong_mo_tot", "phong_mo_hong"] as const),
  SAMPLE_COLUMN,
] as const;
export const SERVICE_COLUMNS = [
  ...REPORTING_FACILITY,
  "thang",
  "luot_kham_ngoai_tru",
  "luot_kham_bhyt",
  "luot_nhap_vien",
  "so_ngay_dieu_tri_noi_tru",
  "so_ca_phau_thuat",
  "so_ca_de",
  "so_xet_nghiem",
  "so_chan_doan_hinh_anh",
  "luot_tu_van_tu_xa",
  "luot_tra_cuu_cccd",
  "luot_tra_cuu_cccd_thanh_cong",
  SAMPLE_COLUMN,
] as const;
export const PAYMENT_COLUMNS = [
  ...REPORTING_FACILITY,
  "ngay",
  "hinh_thuc_thanh_toan",
  "so_giao_dich",
  "so_tien",
  "tong_so_tien",
  SAMPLE_COLUMN,
] as const;
export const CONNECTION_COLUMNS = [
  ...REPORTING_FACILITY,
  "dong_du_lieu",
  "thang",
  "ket_noi_tu",
  "so_gui",
  "so_tiep_nhan",
  "so_tu_choi",
  "so_truong_day_du",
  SAMPLE_COLUMN,
] as const;
export const PROCEDURE_COLUMNS = [
  "ma_thu_tuc",
  "ten_thu_tuc",
  "cap_thuc_hien",
  "du_dieu_kien",
  "toan_trinh",
  "tich_hop_cong_quoc_gia",
  "hieu_luc_tu",
  "hieu_luc_den",
  SAMPLE_COLUMN,
] as const;
export const DOSSIER_COLUMNS = [
  "ma_thu_tuc",
  "ma_tinh",
  "ten_tinh",
  "thang",
  "so_tiep_nhan",
  "so_truc_tuyen",
  "so_da_giai_quyet",
  "so_dung_han",
  SAMPLE_COLUMN,
] as const;
