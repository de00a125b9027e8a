import type { RowSink } from "../RowSink.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { Procedure } from "./procedures.ts";
import { ReportSink } from "./ReportSink.ts";
import { LAST_MONTH, type ReportMonth } from "./reportCalendar.ts";
import { DOSSIER_DIRT } from "./reportDirt.ts";
import { type ReportingHabit, writtenCount, writtenMonth } from "./reportingHabit.ts";

/** Who receives dossiers: a province, or the Ministry itself, which has neither code nor name. */
export interface Receiver {
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
export function writeDossiers(
  sink: RowSink,
  procedures: readonly Procedure[],
  receiver: Receiver,
  source: { months: readonly ReportMonth[]; label: string; seed: string },
): ReadonlyMap<string, number> {
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
