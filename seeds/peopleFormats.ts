import type { SampleSourceOf } from "../warehouse/sources/sources.ts";
import { PLAIN_CSV, SPREADSHEET_CSV } from "./CsvSink.ts";
import { positions, SAMPLE_COLUMN } from "./columns.ts";
import type { FileFormat } from "./Seed.ts";

const DOSE_COLUMNS = [
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
export const AT = positions(DOSE_COLUMNS);

/** The files of the sources that ProvinceSample writes together, person by person. */
export const peopleFormats: Readonly<Record<SampleSourceOf<"people">, FileFormat>> = {
  doses: { columns: DOSE_COLUMNS, style: PLAIN_CSV },
  verifications: { columns: ["ma_doi_tuong", "ngay_xac_thuc", "ket_qua", SAMPLE_COLUMN], style: PLAIN_CSV },
  certificates: { columns: ["ma_doi_tuong", "ngay_ky", SAMPLE_COLUMN], style: PLAIN_CSV },
  administered: { columns: ["ma_tinh", "ten_tinh", "ngay", "tong_so_mui", SAMPLE_COLUMN], style: SPREADSHEET_CSV },
};
