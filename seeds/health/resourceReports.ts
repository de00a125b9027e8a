import { PLAIN_CSV } from "../CsvSink.ts";
import { positions, REPORTING_FACILITY, SAMPLE_COLUMN } from "../columns.ts";
import type { RowSink } from "../RowSink.ts";
import type { DirtCounts, ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";
import { type Facility, isHospital } from "./Facility.ts";
import type { FacilityLevels } from "./facilityLevels.ts";
import { FacilityActivity, grown } from "./monthlyActivity.ts";
import type { DirtKinds } from "./ReportSink.ts";
import {
  isOpen,
  type Reporter,
  type ReportSource,
  reporterOf,
  reportingFacilities,
  spoilingSink,
} from "./ReportSource.ts";
import { LAST_MONTH, type ReportMonth } from "./reportCalendar.ts";
import { isLarger, refused, set } from "./reportDirt.ts";
import { writtenCount, writtenMonth } from "./reportingHabit.ts";

const RESOURCE_COLUMNS = [
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

const R = positions(RESOURCE_COLUMNS);
const RESOURCE_DIRT: DirtKinds = {
  kept: {
    updated_date_missing: (row) => set(row, R.ngay_cap_nhat, ""),
    // A finger too long on the zero; right again with the next report. Not in the last two months, whose level stays.
    beds_tenfold: (row) =>
      isLarger(row, R.giuong_thuc_ke, 9) &&
      !/0[56]\/2022$/u.test(row[R.ngay_cap_nhat] ?? "") &&
      set(row, R.giuong_thuc_ke, `${row[R.giuong_thuc_ke]?.replaceAll(".", "")}0`),
    spaces_around: (row) => set(row, R.bac_si, ` ${row[R.bac_si]} `),
  },
  refused: {
    ...refused(R.dieu_duong, R.thang),
    count_unreadable: (row) => set(row, R.duoc_si, "không rõ"),
  },
};

/** May is corrected in a later file, by a province in so many. */
const RESTATED_MONTH = "2022-05";
const RESTATING_STEP = 16;
const BROKEN_SHARE = 0.08;

/** Staff, beds and equipment, a row per facility and month in which it updated them. Returns the dirt by kind. */
function writeResourceReports(sink: RowSink, restated: RowSink, source: ReportSource): DirtCounts {
  const out = spoilingSink(source, "resources", sink, RESOURCE_DIRT);
  const restates = source.provinceIndex % RESTATING_STEP === 3;
  for (const facility of reportingFacilities(source)) {
    const levels = source.levels.get(facility.code);
    if (!levels) continue;
    const report = new FacilityResources(facility, levels, source);
    for (const month of source.extent.months) {
      if (!isOpen(facility, month.iso)) continue;
      const isSilent = report.isSilentIn(month);
      if (!isSilent) out.write(report.row(month, 1), report.reporter.dirt);
      // The later file corrects who had reported, and brings those who had not.
      if (restates && month.iso === RESTATED_MONTH && facility.kind !== "station")
        restated.write(report.row(month, 1.04));
    }
  }
  return out.counts;
}

export const resourceSeed: ReportSeed = {
  columns: RESOURCE_COLUMNS,
  style: { ...PLAIN_CSV, hasBom: true },
  dirt: RESOURCE_DIRT,
  writeProvince: (open, { source }) => writeResourceReports(open(), open(`_restated_${RESTATED_MONTH}`), source),
};

class FacilityResources {
  readonly reporter: Reporter;
  private readonly source: ReportSource;
  private readonly levels: FacilityLevels;
  private readonly activity: FacilityActivity;
  private readonly staffGrowth: number;
  private readonly plannedShare: number;
  /** texts of the columns of equipment: they stay the same over the year */
  private readonly equipment: readonly string[];
  private readonly updateDays: readonly number[];
  private readonly silences: readonly boolean[];

  constructor(facility: Facility, levels: FacilityLevels, source: ReportSource) {
    const random = new SeededRandom(source.seed, `resources/${facility.code}`);
    const months = Array.from({ length: LAST_MONTH + 1 }, (_, month) => month);
    this.reporter = reporterOf(facility, source.seed);
    this.source = source;
    this.levels = levels;
    this.activity = new FacilityActivity(facility, levels, source.seed);
    this.staffGrowth = -0.01 + 0.06 * random.float();
    this.plannedShare = 0.78 + 0.22 * random.float();
    this.equipment = levels.equipment.flatMap((count) => machines(random, count));
    this.updateDays = months.map(() => random.between(3, 28));
    const { discipline } = source.habit;
    this.silences = months.map((month) => !random.chance(updateChance(facility, discipline, month)));
  }

  isSilentIn({ index }: ReportMonth): boolean {
    return index === this.source.habit.missedMonth || (this.silences[index] ?? false);
  }

  /** `factor` on staff and beds: a later report of the same month corrects them. */
  row(month: ReportMonth, factor: number): string[] {
    const { habit, label, provinceCode } = this.source;
    const { hasDots } = habit;
    const beds = this.activity.bedsIn(month);
    const day = String(this.updateDays[month.index] ?? 1).padStart(2, "0");
    const row = [
      this.reporter.code,
      provinceCode,
      this.reporter.communeCode,
      writtenMonth(month, habit.monthStyle),
      `${day}/${month.iso.slice(5)}/${month.iso.slice(0, 4)}`,
    ];
    for (const level of this.levels.staff) {
      row.push(writtenCount(times(grown(level, this.staffGrowth, month.index), factor), hasDots));
    }
    row.push(writtenCount(times(beds, this.plannedShare), hasDots), writtenCount(times(beds, factor), hasDots));
    row.push(...this.equipment, label);
    return row;
  }
}

function times(count: number | null, factor: number): number | null {
  return count === null ? null : Math.round(count * factor);
}

/** Machines in order and broken, as texts; of a type that the kind does not report, two empty ones. */
function machines(random: SeededRandom, count: number | null): [inOrder: string, broken: string] {
  if (count === null) return ["", ""];
  let broken = 0;
  for (let machine = 0; machine < count; machine++) if (random.chance(BROKEN_SHARE)) broken++;
  return [String(count - broken), String(broken)];
}

/** More and more keep their figures up to date, until the end of the sample: hospitals first. */
function updateChance(facility: Facility, discipline: number, month: number): number {
  const share = isHospital(facility) ? 0.9 + 0.1 * discipline : discipline;
  const start = isHospital(facility) ? 0.9 : 0.7;
  return share * (start + ((1 - start) * month) / LAST_MONTH);
}
