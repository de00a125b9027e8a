import { PLAIN_CSV } from "../CsvSink.ts";
import { positions, REPORTING_FACILITY, SAMPLE_COLUMN } from "../columns.ts";
import type { RowSink } from "../RowSink.ts";
import type { DirtCounts, ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";
import { type Facility, type FacilityKind, isHospital } from "./Facility.ts";
import type { MonthlyActivity } from "./monthlyActivity.ts";
import { FacilityActivity } from "./monthlyActivity.ts";
import type { DirtKinds } from "./ReportSink.ts";
import {
  isOpen,
  type Reporter,
  type ReportSource,
  reporterOf,
  reportingFacilities,
  spoilingSink,
} from "./ReportSource.ts";
import type { ReportMonth } from "./reportCalendar.ts";
import { isLarger, numberIn, refused, set } from "./reportDirt.ts";
import { writtenCount, writtenMonth } from "./reportingHabit.ts";

const CONNECTION_COLUMNS = [
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

const C = positions(CONNECTION_COLUMNS);
const CONNECTION_DIRT: DirtKinds = {
  kept: {
    accepted_above_sent: (row) =>
      isLarger(row, C.so_gui, 20) && set(row, C.so_tiep_nhan, String(numberIn(row, C.so_gui) + 1)),
    sent_before_connected: (row) => isLarger(row, C.so_gui, 0) && set(row, C.ket_noi_tu, ""),
  },
  refused: { ...refused(C.so_gui, C.thang), stream_unknown: (row) => set(row, C.dong_du_lieu, "dòng thử nghiệm") },
};

interface Stream {
  readonly code: string;
  readonly word: string;
  /** share of the facilities of a kind that are to be connected */
  readonly eligible: Readonly<Partial<Record<FacilityKind, number>>>;
  /** share of those connected by the end of the sample, in a province of ordinary pace: assumed, no report tells */
  readonly connected: number;
  /** days before the end of the sample on which the first were connected */
  readonly startedDaysBefore: number;
  /** records of a month */
  records(activity: MonthlyActivity, random: SeededRandom): number;
  /** fields of a record, where they are counted */
  readonly fields?: number;
}

const GENERAL = { central: 1, provincial: 1, district: 1, private: 1, centre: 1 };
/** `basic_health_info` has no rows: Decision 3074/QĐ-BYT is of 2022-11-11, after the end of the sample. */
const STREAMS: readonly Stream[] = [
  {
    code: "birth_certificate",
    word: "chứng sinh",
    eligible: { central: 0.4, provincial: 0.6, district: 1, private: 0.7, centre: 0.6 },
    connected: 0.16,
    startedDaysBefore: 220,
    records: ({ deliveries }) => deliveries ?? 0,
  },
  {
    code: "death_notice",
    word: "báo tử",
    eligible: GENERAL,
    connected: 0.1,
    startedDaysBefore: 200,
    records: ({ admissions }, random) => Math.floor((admissions ?? 0) * 0.004 + random.float()),
  },
  {
    code: "driver_health_check",
    word: "khám sức khỏe lái xe",
    eligible: { provincial: 0.55, district: 0.4, private: 0.3, centre: 0.2 },
    connected: 0.12,
    startedDaysBefore: 150,
    records: (_, random) => random.between(20, 260),
  },
  {
    code: "e_prescription",
    word: "đơn thuốc",
    eligible: { ...GENERAL, clinic: 1 },
    connected: 0.3,
    startedDaysBefore: 330,
    records: ({ outpatientVisits }) => Math.round((outpatientVisits ?? 0) * 0.45),
  },
  {
    code: "health_record",
    word: "hồ sơ sức khỏe",
    eligible: { station: 1 },
    connected: 0.26,
    startedDaysBefore: 900,
    records: ({ outpatientVisits }, random) => Math.round((outpatientVisits ?? 0) * (0.3 + 0.4 * random.float())),
    fields: 48,
  },
];
const SILENT_SHARE = 0.02;
const AS_OF = Date.UTC(2022, 5, 30);
const MS_PER_DAY = 86_400_000;

/** Records by facility, stream and month; one that is not connected yet has sent nothing. Returns the dirt by kind. */
function writeConnectionReports(sink: RowSink, source: ReportSource): DirtCounts {
  const out = spoilingSink(source, "connections", sink, CONNECTION_DIRT);
  for (const facility of reportingFacilities(source)) {
    const levels = source.levels.get(facility.code);
    if (!levels) continue;
    const reporter = reporterOf(facility, source.seed);
    const activity = new FacilityActivity(facility, levels, source.seed);
    for (const stream of STREAMS) {
      const random = new SeededRandom(source.seed, `connections/${stream.code}/${facility.code}`);
      if (!random.chance(stream.eligible[facility.kind] ?? 0)) continue;
      const since = connectedSince(stream, facility, source, random);
      const months = source.extent.months.filter(({ iso }) => isOpen(facility, iso));
      // Hospitals tell every month, others once until they are connected: that they are to be.
      const told = isHospital(facility) || since !== null ? months : months.slice(0, 1);
      for (const month of told) {
        if (!random.chance(SILENT_SHARE))
          out.write(row(month, stream, reporter, source, since, activity, random), reporter.dirt);
      }
    }
  }
  return out.counts;
}

export const connectionSeed: ReportSeed = {
  columns: CONNECTION_COLUMNS,
  style: PLAIN_CSV,
  dirt: CONNECTION_DIRT,
  writeProvince: (open, { source }) => writeConnectionReports(open(), source),
};

/** ISO day; null: not connected by the end of the sample. */
function connectedSince(
  stream: Stream,
  facility: Facility,
  { habit }: ReportSource,
  random: SeededRandom,
): string | null {
  const ahead = isHospital(facility) ? 1.2 : 0.9;
  if (!random.chance(Math.min(0.95, stream.connected * habit.digital * ahead))) return null;
  const daysBefore = Math.floor(stream.startedDaysBefore * random.float() ** 1.4);
  return new Date(AS_OF - daysBefore * MS_PER_DAY).toISOString().slice(0, 10);
}

function row(
  month: ReportMonth,
  stream: Stream,
  reporter: Reporter,
  { habit, label, provinceCode }: ReportSource,
  since: string | null,
  activity: FacilityActivity,
  random: SeededRandom,
): string[] {
  const isConnected = since !== null && since.slice(0, 7) <= month.iso;
  const sent = isConnected ? stream.records(activity.in(month), random) : 0;
  const rejected = Math.min(sent, Math.floor(sent * (0.01 + 0.1 * random.float()) + random.float()));
  const accepted = sent - rejected;
  const filled = 0.55 + 0.4 * random.float();
  const fields = !isConnected || stream.fields === undefined ? null : Math.round(accepted * stream.fields * filled);
  const [year, monthNumber, day] = since?.split("-") ?? [];
  return [
    reporter.code,
    provinceCode,
    reporter.communeCode,
    habit.writesCodes ? stream.code : stream.word,
    writtenMonth(month, habit.monthStyle),
    isConnected ? `${day}/${monthNumber}/${year}` : "",
    ...[sent, accepted, rejected, fields].map((count) => writtenCount(count, habit.hasDots)),
    label,
  ];
}
