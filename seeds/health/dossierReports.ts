import { SPREADSHEET_CSV } from "../CsvSink.ts";
import { positions, SAMPLE_COLUMN } from "../columns.ts";
import { PROVINCE_POPULATIONS } from "../provincePopulations.ts";
import type { RowSink } from "../RowSink.ts";
import type { DirtCounts, ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { Procedure } from "./procedures.ts";
import { type DirtKinds, ReportSink } from "./ReportSink.ts";
import { LAST_MONTH, type ReportMonth } from "./reportCalendar.ts";
import { isLarger, numberIn, set } from "./reportDirt.ts";
import { type ReportingHabit, reportingHabit, writtenCount, writtenMonth } from "./reportingHabit.ts";

const DOSSIER_COLUMNS = [
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

const D = positions(DOSSIER_COLUMNS);
const DOSSIER_DIRT: DirtKinds = {
  kept: {
    procedure_unknown: (row) => set(row, D.ma_thu_tuc, `X${row[D.ma_thu_tuc]}`),
  },
  refused: {
    duplicate_row: () => true,
    row_conflict: (row) => set(row, D.so_tiep_nhan, row[D.so_tiep_nhan] === "7" ? "8" : "7"),
    online_above_received: (row) =>
      isLarger(row, D.so_tiep_nhan, 2) && set(row, D.so_truc_tuyen, String(numberIn(row, D.so_tiep_nhan) + 2)),
    on_time_above_resolved: (row) =>
      isLarger(row, D.so_da_giai_quyet, 2) && set(row, D.so_dung_han, String(numberIn(row, D.so_da_giai_quyet) + 1)),
    procedure_code_missing: (row) => set(row, D.ma_thu_tuc, ""),
    month_unreadable: (row) => set(row, D.thang, "13/2022"),
    province_unknown: (row) => row[D.ma_tinh] !== "" && set(row, D.ma_tinh, "98") && set(row, D.ten_tinh, "Không rõ"),
  },
};

/** Who receives dossiers: a province, or the Ministry itself, which has neither code nor name. */
interface Receiver {
  readonly code: string;
  readonly name: string;
  readonly index: number;
  /** people it serves */
  readonly population: number;
  readonly habit: ReportingHabit;
  readonly dirtFactor: number;
}

/** Dossiers of a month for each inhabitant, over all procedures: assumed. */
const PER_PERSON = { province: 0.0005, ministry: 0.0002 } as const;
/** Share of dossiers sent online for a procedure that is fully online: at the start of the year, and what it gains. */
const ONLINE = { start: 0.25, gain: 0.3 } as const;
/** Of procedures that are not, some steps are online. */
const PARTLY_ONLINE = 1 / 3;

/** A row per procedure and month, also where nobody asked for it. Returns the dirt by kind. */
function writeDossiers(
  sink: RowSink,
  procedures: readonly Procedure[],
  receiver: Receiver,
  source: { months: readonly ReportMonth[]; label: string; seed: string },
): DirtCounts {
  const isMinistry = receiver.code === "";
  const random = new SeededRandom(source.seed, `dossiers/${receiver.code}`);
  const out = new ReportSink("dossiers", sink, DOSSIER_DIRT, {
    random: new SeededRandom(source.seed, `dossiers/dirt/${receiver.code}`),
    factor: receiver.dirtFactor,
    startKind: receiver.index,
  });
  const own = procedures.filter(({ level }) => (level === "bộ") === isMinistry);
  const whole = own.reduce((sum, { weight }) => sum + weight, 0);
  const monthly = receiver.population * (isMinistry ? PER_PERSON.ministry : PER_PERSON.province);
  for (const procedure of own) {
    for (const month of source.months) {
      const expected = ((monthly * procedure.weight) / whole) * month.season;
      const received = Math.floor(expected * (0.8 + 0.4 * random.float()) + random.float());
      out.write([...dossierRow(procedure, month, receiver, received, random), source.label]);
    }
  }
  return out.counts;
}

const peopleOf = (provinces: readonly { readonly population: number }[]): number =>
  provinces.reduce((sum, { population }) => sum + population, 0);

export const dossierSeed: ReportSeed = {
  columns: DOSSIER_COLUMNS,
  style: SPREADSHEET_CSV,
  dirt: DOSSIER_DIRT,
  writeMinistry: (open, { health, extent, label, seed }) => {
    const population = peopleOf(PROVINCE_POPULATIONS);
    const ministry = { code: "", name: "", index: 0, population, habit: reportingHabit(seed, ""), dirtFactor: 0 };
    return writeDossiers(open(), health.procedures, ministry, { months: extent.months, label, seed });
  },
  writeProvince: (open, { health, plan, source }) => {
    const { provinceCode: code, provinceIndex: index, habit, dirtFactor, extent, label, seed } = source;
    const population = peopleOf(PROVINCE_POPULATIONS.filter((row) => row.code === code));
    const province = { code, name: plan.units.name, index, population, habit, dirtFactor };
    return writeDossiers(open(), health.procedures, province, { months: extent.months, label, seed });
  },
};

function dossierRow(
  procedure: Procedure,
  month: ReportMonth,
  { code, name, habit }: Receiver,
  received: number,
  random: SeededRandom,
): string[] {
  const reach = (ONLINE.start + ONLINE.gain * (month.index / LAST_MONTH)) * Math.min(1.5, 0.5 + habit.digital / 2);
  const onlineShare = Math.min(0.98, procedure.isFullOnline ? reach : reach * PARTLY_ONLINE);
  const part = (of: number, share: number): number => Math.min(of, Math.floor(of * share + random.float()));
  const online = part(received, onlineShare);
  const resolved = part(received, 0.88 + 0.11 * random.float());
  const onTime = part(resolved, 0.92 + 0.07 * random.float());
  return [
    procedure.code,
    code,
    name,
    writtenMonth(month, habit.monthStyle),
    ...[received, online, resolved, onTime].map((count) => writtenCount(count, habit.hasDots)),
  ];
}
