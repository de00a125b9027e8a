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

/** Position of a column in a dose row. */
export const AT = Object.fromEntries(DOSE_COLUMNS.map((column, index) => [column, index])) as Readonly<
  Record<DoseColumn, number>
>;

export const VERIFICATION_COLUMNS = ["ma_doi_tuong", "ngay_xac_thuc", "ket_qua", SAMPLE_COLUMN] as const;
export const CERTIFICATE_COLUMNS = ["ma_doi_tuong", "ngay_ky", SAMPLE_COLUMN] as const;
export const FACILITY_COLUMNS = ["ma_co_so", "ten_co_so", "loai", "ma_xa", SAMPLE_COLUMN] as const;
export const ADMINISTERED_COLUMNS = ["ma_tinh", "ten_tinh", "ngay", "tong_so_mui", SAMPLE_COLUMN] as const;
export const POPULATION_COLUMNS = ["ma_tinh", "ten_tinh", "nam", "dan_so", "dan_so_tu_18", SAMPLE_COLUMN] as const;
