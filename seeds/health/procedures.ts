import { SPREADSHEET_CSV } from "../CsvSink.ts";
import { SAMPLE_COLUMN } from "../columns.ts";
import type { RowSink } from "../RowSink.ts";
import type { ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";

const PROCEDURE_COLUMNS = [
  "ma_thu_tuc",
  "ten_thu_tuc",
  "cap_thuc_hien",
  "du_dieu_kien",
  "toan_trinh",
  "tich_hop_cong_quoc_gia",
  "hieu_luc_tu",
  "hieu_luc_den",
  SAMPLE_COLUMN,
] as const;

const LEVELS = { bộ: 220, tỉnh: 50, huyện: 10, xã: 10 } as const;
type Level = keyof typeof LEVELS;
/** On the national portal mid 2022, as the Ministry's paper tells. */
const ON_PORTAL = 153;
/** Of all procedures; and of these, fully online by mid 2022. */
const ELIGIBLE_SHARE = 0.78;
const FULL_ONLINE_SHARE = 0.94;
/** Of those on the portal; before their day they were neither on the portal nor fully online. */
const JOINED_SHARE = 0.4;
const JOINING_DAYS = ["01/10/2021", "01/01/2022", "01/04/2022"] as const;
const DAY_BEFORE = { "01/10/2021": "30/09/2021", "01/01/2022": "31/12/2021", "01/04/2022": "31/03/2022" } as const;

/** An administrative procedure under a plain name; none stands for a real one. */
export interface Procedure {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly isEligible: boolean;
  readonly isFullOnline: boolean;
  readonly isOnPortal: boolean;
  /** day from which it has been so; null: since before the sample */
  readonly joinedOn: (typeof JOINING_DAYS)[number] | null;
  /** dossiers relative to the others of its level: a few procedures make most of the work */
  readonly weight: number;
}

/** The same for the same seed, whatever the scale; exactly so many on the portal at the end as the paper tells. */
export function procedureList(seed: string): Procedure[] {
  const random = new SeededRandom(seed, "procedures");
  const levels = (["bộ", "tỉnh", "huyện", "xã"] as const).flatMap((level) =>
    Array.from({ length: LEVELS[level] }, () => level),
  );
  const drafts = levels.map((level, index) => {
    const number = String(index + 1).padStart(3, "0");
    const isEligible = random.chance(ELIGIBLE_SHARE);
    const isFullOnline = isEligible && random.chance(FULL_ONLINE_SHARE);
    const weight = 1 / (0.05 + random.float()) ** 2;
    return {
      code: `TTM${number}`,
      name: `Thủ tục mẫu ${number}`,
      level,
      isEligible,
      isFullOnline,
      weight,
      rank: random.float(),
    };
  });
  const candidates = drafts.filter(({ isFullOnline }) => isFullOnline).sort((x, y) => x.rank - y.rank);
  const onPortal = new Set(candidates.slice(0, ON_PORTAL).map(({ code }) => code));
  return drafts.map(({ rank: _, ...draft }) => {
    const isOnPortal = onPortal.has(draft.code);
    return {
      ...draft,
      isOnPortal,
      joinedOn: isOnPortal && random.chance(JOINED_SHARE) ? random.pick(JOINING_DAYS) : null,
    };
  });
}

/** The list with its history: a procedure that joined the portal has a row for each of its two periods. */
function writeProcedures(sink: RowSink, procedures: readonly Procedure[], label: string): void {
  const word = (is: boolean): string => (is ? "có" : "không");
  for (const { code, name, level, isEligible, isFullOnline, isOnPortal, joinedOn } of procedures) {
    const write = (online: boolean, portal: boolean, from: string, to: string): void =>
      sink.write([code, name, level, word(isEligible), word(online), word(portal), from, to, label]);
    if (joinedOn) write(false, false, "01/01/2021", DAY_BEFORE[joinedOn]);
    write(isFullOnline, isOnPortal, joinedOn ?? "01/01/2021", "");
  }
}

export const procedureSeed: ReportSeed = {
  columns: PROCEDURE_COLUMNS,
  style: SPREADSHEET_CSV,
  writeMinistry: (open, { health, label }) => {
    writeProcedures(open(), health.procedures, label);
    return new Map();
  },
};
