import { dotted } from "../dotted.ts";
import { SeededRandom } from "../SeededRandom.ts";
import { ALL_MONTHS, LAST_MONTH, type ReportMonth } from "./reportCalendar.ts";

const MONTH_STYLES = ["iso", "padded", "short", "words", "last_day"] as const;

/** How the facilities of one province report. */
export interface ReportingHabit {
  readonly monthStyle: (typeof MONTH_STYLES)[number];
  /** 1.234 instead of 1234 */
  readonly hasDots: boolean;
  /** codes (`qr`, `e_prescription`) instead of Vietnamese words */
  readonly writesCodes: boolean;
  /** daily payments come with the facility's whole of the day */
  readonly writesTotals: boolean;
  /** share of the facilities that report in a month */
  readonly discipline: number;
  /** pace of everything digital, relative to the country */
  readonly digital: number;
  /** index of a month that the whole province missed; -1 for none */
  readonly missedMonth: number;
}

/** The same for the same seed, whatever the scale. */
export function reportingHabit(seed: string, provinceCode: string): ReportingHabit {
  const random = new SeededRandom(seed, `reporting/${provinceCode}`);
  return {
    monthStyle: random.pick(["iso", ...MONTH_STYLES]),
    hasDots: random.chance(0.25),
    writesCodes: random.chance(0.2),
    writesTotals: random.chance(0.4),
    discipline: 0.72 + 0.26 * random.float(),
    digital: 0.5 * 3.4 ** random.float(),
    missedMonth: random.chance(0.06) ? random.below(LAST_MONTH) : -1,
  };
}

/** Texts of the months by style, made once: they stand in every row. */
const MONTH_TEXTS = new Map(MONTH_STYLES.map((style) => [style, ALL_MONTHS.map((month) => monthText(month, style))]));

export function writtenMonth({ index }: ReportMonth, style: ReportingHabit["monthStyle"]): string {
  return MONTH_TEXTS.get(style)?.[index] ?? "";
}

function monthText({ iso, days }: ReportMonth, style: ReportingHabit["monthStyle"]): string {
  const [year = "", month = ""] = iso.split("-");
  if (style === "iso") return iso;
  if (style === "padded") return `${month}/${year}`;
  if (style === "short") return `${Number(month)}/${year}`;
  return style === "words" ? `tháng ${Number(month)}/${year}` : `${days}/${month}/${year}`;
}

/** A figure that was not told stays empty. */
export function writtenCount(value: number | null, hasDots: boolean): string {
  if (value === null) return "";
  return hasDots && value >= 1000 ? dotted(value) : String(value);
}
