import type { RowSink } from "../RowSink.ts";
import { SeededRandom } from "../SeededRandom.ts";
import { FACILITY_COLUMNS, positions } from "../sourceColumns.ts";
import { type Facility, GRADE_CHANGE_DATE, type Grade, isPrivate, LEVEL_WORDS, TYPE_WORDS } from "./Facility.ts";
import { type DirtKinds, ReportSink } from "./ReportSink.ts";

/** The list begins with the year before the sample. */
const LIST_START = "2021-01-01";
const DAY_BEFORE_CHANGE = "2021-12-31";

const F = positions(FACILITY_COLUMNS);
export const FACILITY_DIRT: DirtKinds = {
  kept: {
    commune_missing: (row) => clear(row, F.ma_xa),
    commune_unknown: (row) => put(row, F.ma_xa, "99999"),
    name_missing: (row) => clear(row, F.ten_co_so),
    type_otherwise: (row) => put(row, F.loai_co_so, (row[F.loai_co_so] ?? "").toUpperCase()),
    grade_missing: (row) => clear(row, F.hang),
    ownership_missing: (row) => clear(row, F.hinh_thuc),
  },
  refused: {
    duplicate_row: () => true,
    row_conflict: (row) => put(row, F.ten_co_so, `${row[F.ten_co_so]} (cơ sở 2)`),
    facility_code_missing: (row) => clear(row, F.ma_co_so),
  },
};

/** One row per facility and period of an unchanged grade. Returns the dirt by kind. */
export function writeFacilities(
  sink: RowSink,
  facilities: readonly Facility[],
  province: { code: string; name: string; index: number; dirtFactor: number },
  label: string,
  seed: string,
): ReadonlyMap<string, number> {
  const random = new SeededRandom(seed, `facilities/dirt/${province.code}`);
  // The list is kept with more care than reports are.
  const dirt = { random, factor: province.dirtFactor / 2, startKind: province.index };
  const out = new ReportSink("facilities", sink, FACILITY_DIRT, dirt);
  for (const facility of facilities) {
    const { formerGrade, openedOn, closedOn } = facility;
    const row = (grade: Grade, from: string, to: string | null): string[] => [
      facility.code,
      facility.name,
      TYPE_WORDS[facility.kind],
      isPrivate(facility) ? "tư nhân" : "công lập",
      grade,
      LEVEL_WORDS[facility.kind],
      facility.communeCode,
      facility.communeName,
      facility.districtName,
      facility.provinceCode,
      province.name,
      slashed(from),
      to === null ? "" : slashed(to),
      label,
    ];
    if (formerGrade) out.write(row(formerGrade, LIST_START, DAY_BEFORE_CHANGE));
    out.write(row(facility.grade, formerGrade ? GRADE_CHANGE_DATE : (openedOn ?? LIST_START), closedOn));
  }
  return out.counts;
}

function slashed(isoDay: string): string {
  const [year, month, day] = isoDay.split("-");
  return `${day}/${month}/${year}`;
}

const put = (row: string[], column: number, value: string): boolean => {
  row[column] = value;
  return true;
};
const clear = (row: string[], column: number): boolean => row[column] !== "" && put(row, column, "");
