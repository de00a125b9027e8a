import { PLAIN_CSV } from "../CsvSink.ts";
import { positions, REPORTING_FACILITY, SAMPLE_COLUMN } from "../columns.ts";
import { dotted } from "../dotted.ts";
import type { RowSink } from "../RowSink.ts";
import type { DirtCounts, ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { ChipIdVisits } from "./chipIdUse.ts";
import { type Facility, type FacilityKind, isHospital } from "./Facility.ts";
import { FacilityActivity } from "./monthlyActivity.ts";
import type { DirtKinds } from "./ReportSink.ts";
import { isOpen, type ReportSource, reportingFacilities, spoilingSink } from "./ReportSource.ts";
import { CHIP_ID_START, LAST_MONTH, type ReportMonth } from "./reportCalendar.ts";
import { FACILITY_UNKNOWN, isLarger, numberIn, refused, set } from "./reportDirt.ts";
import { writtenCount, writtenMonth } from "./reportingHabit.ts";

const SERVICE_COLUMNS = [
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

const S = positions(SERVICE_COLUMNS);
const SERVICE_DIRT: DirtKinds = {
  kept: {
    ...FACILITY_UNKNOWN,
    thousands_dots: (row) =>
      isLarger(row, S.luot_kham_ngoai_tru, 999) &&
      set(row, S.luot_kham_ngoai_tru, dotted(numberIn(row, S.luot_kham_ngoai_tru))),
    insured_above_visits: (row) =>
      isLarger(row, S.luot_kham_ngoai_tru, 20) &&
      set(row, S.luot_kham_bhyt, String(Math.ceil(numberIn(row, S.luot_kham_ngoai_tru) * 1.1))),
    // Twice the days are more than the beds give, since more than half of them are filled.
    days_above_capacity: (row) =>
      isLarger(row, S.so_ngay_dieu_tri_noi_tru, 0) &&
      set(row, S.so_ngay_dieu_tri_noi_tru, String(Math.ceil(numberIn(row, S.so_ngay_dieu_tri_noi_tru) * 2))),
    successes_above_attempts: (row) =>
      isLarger(row, S.luot_tra_cuu_cccd, 0) &&
      set(row, S.luot_tra_cuu_cccd_thanh_cong, String(numberIn(row, S.luot_tra_cuu_cccd) + 1)),
  },
  refused: {
    ...refused(S.luot_kham_ngoai_tru, S.thang),
    count_unreadable: (row) => set(row, S.luot_tu_van_tu_xa, "không có số liệu"),
  },
};

/** Per admission and per outpatient visit; undefined: the kind does not do it and leaves the column empty. */
interface Rates {
  readonly surgeries?: number;
  readonly labTests?: number;
  readonly imaging?: number;
  /** online consultations in a month at the end of the sample */
  readonly telehealth?: number;
}
const RATES: Readonly<Partial<Record<FacilityKind, Rates>>> = {
  central: { surgeries: 0.32, labTests: 3.4, imaging: 0.6, telehealth: 320 },
  provincial: { surgeries: 0.24, labTests: 2.6, imaging: 0.5, telehealth: 70 },
  district: { surgeries: 0.12, labTests: 1.7, imaging: 0.38, telehealth: 18 },
  centre: { surgeries: 0.05, labTests: 1.1, imaging: 0.25, telehealth: 9 },
  control: { labTests: 2.2, imaging: 0.1, telehealth: 5 },
  private: { surgeries: 0.3, labTests: 2.1, imaging: 0.45, telehealth: 25 },
  station: { telehealth: 1 },
  clinic: { labTests: 0.9, imaging: 0.3 },
};
const CHIP_ID_SUCCESS = 0.91;

/** Services of a month, a row per facility that reported. Returns the dirt by kind. */
function writeServiceReports(
  sink: RowSink,
  source: ReportSource,
  chipId: ReadonlyMap<string, ChipIdVisits>,
): DirtCounts {
  const out = spoilingSink(source, "services", sink, SERVICE_DIRT);
  for (const facility of reportingFacilities(source)) {
    const levels = source.levels.get(facility.code);
    if (!levels || levels.visits === null) continue;
    const random = new SeededRandom(source.seed, `services/${facility.code}`);
    const activity = new FacilityActivity(facility, levels, source.seed);
    const visits = chipId.get(facility.code);
    for (const month of source.extent.months) {
      const isSilent = isSilentIn(month, facility, source, visits, random);
      const row = serviceRow(month, facility, source, activity, visits, random);
      if (!isSilent && isOpen(facility, month.iso)) out.write(row);
    }
  }
  return out.counts;
}

export const serviceSeed: ReportSeed = {
  columns: SERVICE_COLUMNS,
  style: PLAIN_CSV,
  dirt: SERVICE_DIRT,
  writeProvince: (open, { source, health }) => writeServiceReports(open(), source, health.chipId),
};

/** A facility that already looks people up by card is one that reports. */
function isSilentIn(
  { index }: ReportMonth,
  facility: Facility,
  { habit }: ReportSource,
  chipId: ChipIdVisits | undefined,
  random: SeededRandom,
): boolean {
  const share = isHospital(facility) ? 0.85 + 0.15 * habit.discipline : habit.discipline;
  const isDrawn = !random.chance(share);
  if (index === habit.missedMonth) return true;
  return isDrawn && !((chipId?.[index - CHIP_ID_START] ?? 0) > 0);
}

function serviceRow(
  month: ReportMonth,
  facility: Facility,
  { habit, label, provinceCode }: ReportSource,
  activity: FacilityActivity,
  chipId: ChipIdVisits | undefined,
  random: SeededRandom,
): string[] {
  const { outpatientVisits, insuredVisits, admissions, inpatientDays, deliveries } = activity.in(month);
  const rates = RATES[facility.kind] ?? {};
  const noise = 0.9 + 0.2 * random.float();
  const times = (count: number | null, rate: number | undefined): number | null =>
    count === null || rate === undefined ? null : Math.round(count * rate * noise);
  const telehealth =
    rates.telehealth === undefined ? null : rates.telehealth * habit.digital * (month.index / LAST_MONTH);
  const attempts = month.index < CHIP_ID_START ? null : (chipId?.[month.index - CHIP_ID_START] ?? 0);
  return [
    facility.code,
    provinceCode,
    facility.communeCode,
    writtenMonth(month, habit.monthStyle),
    ...[
      outpatientVisits,
      insuredVisits,
      admissions,
      inpatientDays,
      times(admissions, rates.surgeries),
      deliveries,
      times(outpatientVisits, rates.labTests),
      times(outpatientVisits, rates.imaging),
      telehealth === null ? null : Math.round(telehealth * noise),
      attempts,
      attempts === null ? null : successes(attempts, random),
    ].map((count) => writtenCount(count, habit.hasDots)),
    label,
  ];
}

function successes(attempts: number, random: SeededRandom): number {
  let found = 0;
  for (let attempt = 0; attempt < attempts; attempt++) if (random.chance(CHIP_ID_SUCCESS)) found++;
  return found;
}
