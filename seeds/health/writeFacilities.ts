import { PLAIN_CSV } from "../CsvSink.ts";
import { positions, SAMPLE_COLUMN } from "../columns.ts";
import type { RowSink } from "../RowSink.ts";
import type { DirtCounts, ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";
import { GRADE_CHANGE_DATE, type Grade, isPrivate, LEVEL_WORDS, TYPE_WORDS } from "./Facility.ts";
import { type DirtKinds, ReportSink } from "./ReportSink.ts";
import type { ReportSource } from "./ReportSource.ts";

/** The list begins with the year before the sample. */
const LIST_START = "2021-01-01";
const DAY_BEFORE_CHANGE = "2021-12-31";

const FACILITY_COLUMNS = [
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
const F = positions(FACILITY_COLUMNS);
const FACILITY_DIRT: DirtKinds = {
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
function writeFacilities(sink: RowSink, provinceName: string, source: ReportSource): DirtCounts {
  const { facilities, provinceCode, provinceIndex, dirtFactor, label, seed } = source;
  const random = new SeededRandom(seed, `facilities/dirt/${provinceCode}`);
  // The list is kept with more care than reports are.
  const dirt = { random, factor: dirtFactor / 2, startKind: provinceIndex };
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
      provinceName,
      slashed(from),
      to === null ? "" : slashed(to),
      label,
    ];
    if (formerGrade) out.write(row(formerGrade, LIST_START, DAY_BEFORE_CHANGE));
    out.write(row(facility.grade, formerGrade ? GRADE_CHANGE_DATE : (openedOn ?? LIST_START), closedOn));
  }
  return out.counts;
}

export const facilitySeed: ReportSeed = {
  columns: FACILITY_COLUMNS,
  style: { ...PLAIN_CSV, hasBom: true },
  dirt: FACILITY_DIRT,
  writeProvince: (open, { plan, source }) => writeFacilities(open(), plan.units.name, source),
};

function slashed(isoDay: string): string {
  const [year, month, day] = isoDay.split("-");
  return `${day}/${month}/${year}`;
}

const put = (row: string[], column: number, value: string): boolean => {
  row[column] = value;
  return true;
};
const clear = (row: string[], column: number): boolean => row[column] !== "" && put(row, column, "");
