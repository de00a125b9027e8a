import { PLAIN_CSV } from "../CsvSink.ts";
import { AS_OF_DAY, dayOf, ISO_DATES, SLASHED_DATES } from "../campaignCalendar.ts";
import { positions, REPORTING_FACILITY, SAMPLE_COLUMN } from "../columns.ts";
import type { RowSink } from "../RowSink.ts";
import type { DirtCounts, ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { CashlessReadiness } from "./cashlessReadiness.ts";
import { type Facility, type FacilityKind, type Grade, isHospital } from "./Facility.ts";
import { FacilityActivity } from "./monthlyActivity.ts";
import type { DirtKinds, ReportSink } from "./ReportSink.ts";
import { isOpen, type ReportSource, spoilingSink } from "./ReportSource.ts";
import { FACILITY_UNKNOWN, refused, set } from "./reportDirt.ts";
import { writtenCount } from "./reportingHabit.ts";

const METHODS = [
  { code: "card", word: "thẻ", weight: 4 },
  { code: "bank_transfer", word: "chuyển khoản", weight: 2.5 },
  { code: "qr", word: "QR", weight: 2 },
  { code: "e_wallet", word: "ví điện tử", weight: 1 },
  { code: "mobile_money", word: "mobile money", weight: 0.3 },
] as const;
const CASH = { code: "cash", word: "tiền mặt" } as const;

const PAYMENT_COLUMNS = [
  ...REPORTING_FACILITY,
  "ngay",
  "hinh_thuc_thanh_toan",
  "so_giao_dich",
  "so_tien",
  "tong_so_tien",
  SAMPLE_COLUMN,
] as const;

const P = positions(PAYMENT_COLUMNS);
const PAYMENT_DIRT: DirtKinds = {
  kept: {
    ...FACILITY_UNKNOWN,
    method_unknown: (row) =>
      Object.values<string | undefined>(CASH).includes(row[P.hinh_thuc_thanh_toan]) &&
      set(row, P.hinh_thuc_thanh_toan, "séc"),
  },
  refused: {
    ...refused(P.so_giao_dich, P.ngay),
    count_unreadable: (row) => set(row, P.so_giao_dich, "vài chục"),
  },
};

/** Cashless share of the transactions of a facility that accepts them, at the end of the sample. */
const CASHLESS_SHARES: Readonly<Record<Grade, number>> = {
  "đặc biệt": 0.42,
  I: 0.3,
  II: 0.2,
  III: 0.11,
  IV: 0.07,
  "không xếp hạng": 0.09,
};
/** VND of an average transaction. */
const AMOUNTS: Readonly<Partial<Record<FacilityKind, number>>> = {
  central: 640_000,
  provincial: 360_000,
  district: 170_000,
  private: 620_000,
};
const USUAL_AMOUNT = 120_000;
/** Monday to Saturday; Sundays are closed for all, Saturdays for the small. */
const WEEKDAYS = [0, 1.25, 1.1, 1, 1, 0.95, 0.5];
/** Days of a month on which a facility lists every method that it offers. */
const LISTING_DAYS = ["01", "02", "03", "20", "21", "22"];
/** Of the days on which a facility tells the whole. */
const TOO_SMALL_TOTALS = 0.002;
const RAMP_DAYS = 360;

/** Transactions and amounts by day and method, of hospitals and health centres. Returns the dirt by kind. */
function writePaymentReports(sink: RowSink, source: ReportSource, readiness: CashlessReadiness): DirtCounts {
  const out = spoilingSink(source, "payments", sink, PAYMENT_DIRT);
  for (const facility of source.facilities) {
    const readyFrom = readiness.get(facility.code);
    if (readyFrom === undefined) continue;
    const payments = new FacilityPayments(facility, source, readyFrom);
    for (let day = dayOf(source.extent.paymentsFrom); day <= AS_OF_DAY; day++) {
      for (const row of payments.rows(day, out)) out.write(row);
    }
  }
  return out.counts;
}

export const paymentSeed: ReportSeed = {
  columns: PAYMENT_COLUMNS,
  style: PLAIN_CSV,
  dirt: PAYMENT_DIRT,
  writeProvince: (open, { source, health }) => writePaymentReports(open(), source, health.cashless),
};

class FacilityPayments {
  private readonly facility: Facility;
  private readonly source: ReportSource;
  private readonly random: SeededRandom;
  private readonly readyFrom: string | null;
  private readonly methods: readonly { code: string; word: string; share: number }[];
  private readonly share: number;
  private readonly amount: number;
  private readonly worksSaturdays: boolean;
  private readonly visitsByMonth: ReadonlyMap<string, number>;

  constructor(facility: Facility, source: ReportSource, readyFrom: string | null) {
    const random = new SeededRandom(source.seed, `payments/${facility.code}`);
    this.facility = facility;
    this.source = source;
    this.random = random;
    this.readyFrom = readyFrom;
    this.worksSaturdays = facility.kind === "central" || facility.kind === "private" || facility.grade === "I";
    const isLarge = isHospital(facility) && facility.grade !== "III" && facility.grade !== "IV";
    this.methods = offered(random, isLarge ? random.between(2, 4) : 1);
    this.share = CASHLESS_SHARES[facility.grade] * Math.min(1.5, source.habit.digital) * (0.7 + 0.6 * random.float());
    this.amount = (AMOUNTS[facility.kind] ?? USUAL_AMOUNT) * (0.75 + 0.5 * random.float());
    this.visitsByMonth = visitsPerDay(facility, source);
  }

  rows(day: number, out: ReportSink): string[][] {
    const iso = ISO_DATES[day] ?? "";
    const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
    const usual = this.visitsByMonth.get(iso.slice(0, 7)) ?? 0;
    if (weekday === 6 && !this.worksSaturdays) return [];
    const transactions = Math.round(usual * (WEEKDAYS[weekday] ?? 0) * (0.9 + 0.2 * this.random.float()));
    if (transactions === 0 || !isOpen(this.facility, iso.slice(0, 7))) return [];
    const lines = this.linesOf(day, iso, transactions);
    const { habit, label, provinceCode } = this.source;
    const total = habit.writesTotals ? this.totalOf(lines, out) : null;
    return lines.map(({ code, word, count, amount }) => [
      this.facility.code,
      provinceCode,
      this.facility.communeCode,
      SLASHED_DATES[day] ?? "",
      habit.writesCodes ? code : word,
      writtenCount(count, habit.hasDots),
      writtenCount(amount, habit.hasDots),
      writtenCount(total, habit.hasDots),
      label,
    ]);
  }

  /** Cash, and the methods used that day; on some days of a month also those that nobody used, which are offered all the same. */
  private linesOf(day: number, iso: string, transactions: number): Line[] {
    const lines: Line[] = [];
    let left = transactions;
    if (this.readyFrom !== null && iso >= this.readyFrom) {
      const ramp = Math.max(0.5, 1 - (0.5 * (AS_OF_DAY - day)) / RAMP_DAYS);
      const cashless = transactions * this.share * ramp;
      const listsAll = LISTING_DAYS.includes(iso.slice(8));
      for (const { code, word, share } of this.methods) {
        const count = Math.min(left, Math.floor(cashless * share + this.random.float()));
        left -= count;
        if (count > 0 || listsAll) lines.push({ code, word, count, amount: this.amountOf(count) });
      }
    }
    lines.push({ ...CASH, count: left, amount: this.amountOf(left) });
    return lines;
  }

  /** The day's whole, as the facility tells it: now and then less than was paid without cash. */
  private totalOf(lines: readonly Line[], out: ReportSink): number {
    const cashless = lines.reduce((sum, { code, amount }) => (code === CASH.code ? sum : sum + amount), 0);
    if (cashless === 0 || !this.random.chance(TOO_SMALL_TOTALS * this.source.dirtFactor)) {
      return lines.reduce((sum, { amount }) => sum + amount, 0);
    }
    out.count("cashless_above_total");
    return Math.floor(cashless * 0.6);
  }

  private amountOf(count: number): number {
    return Math.round((count * this.amount * (0.85 + 0.3 * this.random.float())) / 1000) * 1000;
  }
}

interface Line {
  readonly code: string;
  readonly word: string;
  readonly count: number;
  readonly amount: number;
}

function offered(random: SeededRandom, count: number): { code: string; word: string; share: number }[] {
  const chosen = METHODS.map((method) => ({ ...method, rank: random.float() / method.weight }))
    .sort((x, y) => x.rank - y.rank)
    .slice(0, count);
  const whole = chosen.reduce((sum, { weight }) => sum + weight, 0);
  return chosen.map(({ code, word, weight }) => ({ code, word, share: weight / whole }));
}

/** A visit or a stay is paid once; a month has as many weeks of work as it has days ÷ 7. */
function visitsPerDay(facility: Facility, source: ReportSource): Map<string, number> {
  const levels = source.levels.get(facility.code);
  if (!levels) return new Map();
  const activity = new FacilityActivity(facility, levels, source.seed);
  const perWeek = WEEKDAYS.reduce((sum, weight) => sum + weight, 0);
  return new Map(
    source.extent.months.map((month) => {
      const { outpatientVisits, admissions } = activity.in(month);
      return [month.iso, (((outpatientVisits ?? 0) + (admissions ?? 0)) * 7) / month.days / perWeek];
    }),
  );
}
