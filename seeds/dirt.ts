import { EXCEL_SERIALS, ISO_DATES } from "./campaignCalendar.ts";
import { withoutToneMarks } from "./personNames.ts";
import type { SeededRandom } from "./SeededRandom.ts";
import { AT } from "./sourceColumns.ts";

/** A dose row before it is spoilt, with the days that its texts stand for. */
export interface CleanRow {
  readonly values: readonly string[];
  readonly injected: number;
  readonly entered: number;
}

/** Spoils a copy of a row's values. */
type Spoil = (values: string[], row: CleanRow, random: SeededRandom) => void;

const set =
  (column: keyof typeof AT, ...texts: readonly [string, ...string[]]): Spoil =>
  (values, _row, random) => {
    values[AT[column]] = random.pick(texts);
  };

/**
 * Rows that a loader must refuse. They are written beside the good row they were made from, under a dose id of their
 * own (but for the duplicates), so that the totals do not hang on them.
 */
export const REJECTED_DIRT: Readonly<Record<string, Spoil>> = {
  missing_person_id: set("ma_doi_tuong", "", " "),
  missing_dose_id: set("ma_mui_tiem", ""),
  impossible_injection_date: set("ngay_tiem", "31/02/2022", "32/01/2022", "00/00/0000", "29/02/2021", "hôm qua"),
  future_injection_date: set("ngay_tiem", "15/08/2031", "01/01/2032", "2033-05-20"),
  injection_before_campaign: set("ngay_tiem", "12/05/2012", "01/01/1970", "03/03/2020"),
  impossible_dose_number: set("mui_so", "0", "27", "-1", "mũi nhắc", ""),
  /** Typed in twice by the platform: same dose id, same content. */
  duplicate_row: () => {},
  born_after_injection: set("ngay_sinh", "11/11/2029", "2028"),
};
export type RejectedDirtKind = keyof typeof REJECTED_DIRT;

/** Rows that a loader takes, with a finding or after mending: they count in the totals. */
export const ACCEPTED_DIRT: Readonly<Record<string, Spoil>> = {
  unknown_commune: set("ma_xa", "99999", "98765"),
  missing_commune: set("ma_xa", ""),
  only_province_known: (values) => {
    values[AT.ma_xa] = "";
    values[AT.ma_huyen] = "";
  },
  unknown_facility: set("ma_co_so", "CS999001", "CS999002", ""),
  unknown_vaccine: set("vac_xin", "Vắc xin khác", "VX-01"),
  missing_sex: set("gioi_tinh", "", "không rõ", "9"),
  missing_lot: set("so_lo", ""),
  iso_date: (values, row) => {
    values[AT.ngay_tiem] = ISO_DATES[row.injected] ?? "";
  },
  excel_date: (values, row) => {
    values[AT.ngay_tiem] = EXCEL_SERIALS[row.injected] ?? "";
  },
  decomposed_name: (values) => {
    values[AT.ho_ten] = (values[AT.ho_ten] ?? "").normalize("NFD");
  },
  name_without_marks: (values) => {
    values[AT.ho_ten] = withoutToneMarks(values[AT.ho_ten] ?? "");
  },
  spaces_around: (values) => {
    values[AT.ma_co_so] = ` ${values[AT.ma_co_so] ?? ""} `;
    values[AT.ho_ten] = `  ${values[AT.ho_ten] ?? ""}`;
  },
};
export type AcceptedDirtKind = keyof typeof ACCEPTED_DIRT;

const REJECTED_KINDS = Object.keys(REJECTED_DIRT);
const ACCEPTED_KINDS = Object.keys(ACCEPTED_DIRT);
const REJECTED_SHARE = 0.012;
const ACCEPTED_SHARE = 0.03;

/** Draws and counts the dirt of one province. */
export class DirtMaker {
  readonly counts = new Map<string, number>();
  private readonly random: SeededRandom;
  private readonly factor: number;
  private next: number;

  /** `startKind` rotates the kinds, so that small samples hold every kind too. */
  constructor(random: SeededRandom, factor: number, startKind: number) {
    this.random = random;
    this.factor = factor;
    this.next = startKind;
  }

  /** The row to write in the good row's place: itself, or spoilt in a way that does not cost it its place. */
  accepted(row: CleanRow): readonly string[] {
    if (!this.random.chance(ACCEPTED_SHARE * this.factor)) return row.values;
    return this.spoil(ACCEPTED_DIRT, ACCEPTED_KINDS, row);
  }

  /** A row to be refused, to write beside the good row; null for most rows. */
  rejected(row: CleanRow, doseId: string): readonly string[] | null {
    if (!this.random.chance(REJECTED_SHARE * this.factor)) return null;
    const values = this.spoil(REJECTED_DIRT, REJECTED_KINDS, row);
    if (values[AT.ma_mui_tiem] === row.values[AT.ma_mui_tiem] && !isSame(values, row.values))
      values[AT.ma_mui_tiem] = doseId;
    return values;
  }

  private spoil(kinds: Readonly<Record<string, Spoil>>, names: readonly string[], row: CleanRow): string[] {
    const kind = names[this.next++ % names.length] ?? "";
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    const values = [...row.values];
    kinds[kind]?.(values, row, this.random);
    return values;
  }
}

function isSame(x: readonly string[], y: readonly string[]): boolean {
  return x.every((value, index) => value === y[index]);
}
