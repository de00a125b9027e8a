import { AS_OF_DAY, EXCEL_SERIALS, ISO_DATES, SLASHED_DATES } from "./campaignCalendar.ts";
import { AT, type DoseColumn } from "./peopleFormats.ts";
import { withoutToneMarks } from "./personNames.ts";
import type { SeededRandom } from "./SeededRandom.ts";

/** A dose row before it is spoilt, with the days that its texts stand for. */
export interface CleanRow {
  readonly values: readonly string[];
  readonly injected: number;
  readonly entered: number;
  /** -1: not sent */
  readonly sent: number;
  /** day of the dose before; -1 for the first */
  readonly injectedBefore: number;
}

/** Spoils a copy of a row's values; false where this row cannot be spoilt so. */
export type Spoil = (values: string[], row: CleanRow, random: SeededRandom) => boolean;

const put = (values: string[], column: DoseColumn, text: string): boolean => {
  values[AT[column]] = text;
  return true;
};
const date = (day: number): string => SLASHED_DATES[day] ?? "";
const anyOf =
  (column: DoseColumn, ...texts: readonly [string, ...string[]]): Spoil =>
  (values, _row, random) =>
    put(values, column, random.pick(texts));
const changed =
  (column: DoseColumn, change: (text: string) => string): Spoil =>
  (values) => {
    const before = values[AT[column]] ?? "";
    const after = change(before);
    return after !== before && put(values, column, after);
  };

const NO_DATES: readonly [string, ...string[]] = ["31/02/2022", "32/01/2022", "00/00/0000", "29/02/2021", "hôm qua"];
const FUTURE: readonly [string, ...string[]] = ["15/08/2031", "01/01/2032", "2033-05-20"];
const LONG_AGO: readonly [string, ...string[]] = ["12/05/2012", "01/01/1970", "03/03/2020"];

/**
 * Rows that a loader must refuse. They are written beside the good row they were made from, so that no total hangs on
 * them: under a dose id of their own, but for the two kinds that are about the dose id.
 */
export const REJECTED_DIRT: Readonly<Record<string, Spoil>> = {
  missing_person_id: anyOf("ma_doi_tuong", "", " "),
  missing_dose_id: anyOf("ma_mui_tiem", ""),
  missing_injection_date: anyOf("ngay_tiem", ""),
  impossible_injection_date: anyOf("ngay_tiem", ...NO_DATES),
  future_injection_date: anyOf("ngay_tiem", ...FUTURE),
  injection_before_campaign: anyOf("ngay_tiem", ...LONG_AGO),
  missing_entry_date: anyOf("ngay_nhap", ""),
  impossible_entry_date: anyOf("ngay_nhap", ...NO_DATES),
  future_entry_date: anyOf("ngay_nhap", ...FUTURE),
  entry_before_campaign: anyOf("ngay_nhap", ...LONG_AGO),
  impossible_sending_date: anyOf("ngay_gui", ...NO_DATES),
  future_sending_date: anyOf("ngay_gui", ...FUTURE),
  sending_before_campaign: anyOf("ngay_gui", ...LONG_AGO),
  /** the same row twice */
  duplicate_row: () => true,
  /** the same dose id, another vaccine lot */
  dose_id_conflict: anyOf("so_lo", "LO-KHAC-1", "LO-KHAC-2"),
};

/** Rows whose fields do not fit the header. Only a text file can hold them. */
export const SHAPE_DIRT: Readonly<Record<string, Spoil>> = {
  field_missing: (values) => values.splice(AT.so_lo, 1).length === 1,
  /** a delimiter inside a name that nobody quoted */
  field_too_many: (values) => values.splice(AT.ho_ten, 0, "Ông").length === 0,
};

/** Rows that a loader takes, with a finding or after mending: they count in the totals. */
export const ACCEPTED_DIRT: Readonly<Record<string, Spoil>> = {
  unknown_commune: anyOf("ma_xa", "99999", "98765"),
  missing_commune: anyOf("ma_xa", ""),
  commune_zeros_lost: changed("ma_xa", (code) => code.replace(/^0+/u, "")),
  only_province_known: (values) => put(values, "ma_xa", "") && put(values, "ma_huyen", ""),
  unknown_facility: anyOf("ma_co_so", "CS999001", "CS999002"),
  missing_facility: anyOf("ma_co_so", ""),
  unknown_vaccine: anyOf("vac_xin", "Vắc xin khác", "VX-01"),
  impossible_dose_number: anyOf("mui_so", "0", "27", "mũi nhắc", ""),
  repeated_dose_number: changed("mui_so", (number) => (Number(number) > 1 ? String(Number(number) - 1) : number)),
  near_duplicate: (values, row) => row.injectedBefore >= 0 && put(values, "ngay_tiem", date(row.injectedBefore)),
  doses_out_of_order: (values, row) =>
    row.injectedBefore > 10 && put(values, "ngay_tiem", date(row.injectedBefore - 10)),
  entered_before_injected: (values, row) =>
    row.injected > 2 && row.entered <= row.injected + 2 && put(values, "ngay_nhap", date(row.injected - 2)),
  sent_before_entered: (values, row) =>
    row.sent >= 0 && row.sent + 3 <= AS_OF_DAY && put(values, "ngay_nhap", date(row.sent + 3)),
  missing_sex: anyOf("gioi_tinh", "", "không rõ", "9"),
  missing_birth_date: anyOf("ngay_sinh", "", "không nhớ"),
  impossible_age: anyOf("ngay_sinh", "11/11/2029", "01/01/1885", "2028"),
  id_with_spaces: changed("so_cccd", (id) =>
    id.length === 12 ? `${id.slice(0, 3)} ${id.slice(3, 6)} ${id.slice(6)}` : id,
  ),
  id_zeros_lost: changed("so_cccd", (id) => (id.length === 12 ? id.replace(/^0+/u, "") : id)),
  id_of_no_province: changed("so_cccd", (id) => (id.length === 12 ? `999${id.slice(3)}` : id)),
  missing_lot: anyOf("so_lo", ""),
  iso_date: (values, row) => put(values, "ngay_tiem", ISO_DATES[row.injected] ?? ""),
  excel_date: (values, row) => put(values, "ngay_tiem", EXCEL_SERIALS[row.injected] ?? ""),
  short_date: changed("ngay_tiem", (text) => text.replace(/^0/u, "").replace("/0", "/")),
  decomposed_name: changed("ho_ten", (name) => name.normalize("NFD")),
  name_without_marks: changed("ho_ten", withoutToneMarks),
  quoted_name: changed("ho_ten", (name) => `${name} "Út", con`),
  spaces_around: changed("ma_co_so", (code) => ` ${code} `),
};
