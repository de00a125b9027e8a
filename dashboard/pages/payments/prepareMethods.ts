import { prepareTrend } from "../../charts/prepareTrend.ts";
import type { DayRange } from "../../data/periods.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

/** Methods other than cash, in the order in which they are stacked. */
export const cashlessMethods = ["card", "bank_transfer", "qr", "e_wallet", "mobile_money"] as const;
export type CashlessMethod = (typeof cashlessMethods)[number];

export interface MethodBucket {
  day: string;
  isPartial: boolean;
  /** Share of all payments, per cashless method in their order; null where nothing was reported. */
  shares: (number | null)[];
}

/** Share of each cashless method in all payments by week or month; a method without payments beside others that have some is none. */
export function prepareMethods(
  rows: readonly FigureRow[],
  measure: "transactions" | "amount_vnd",
  grain: "week" | "month",
  period: DayRange,
): MethodBucket[] {
  const days = new Map<string, { date: string } & Record<string, number | string>>();
  for (const row of rows) {
    const date = textIn(row, "date");
    const value = numberIn(row, measure);
    if (value === null) continue;
    const bucket = days.get(date) ?? { date, whole: 0 };
    bucket.whole = Number(bucket.whole) + value;
    bucket[textIn(row, "method")] = value;
    days.set(date, bucket);
  }
  const names = ["whole", ...cashlessMethods].map((name) => ({ name, missing: "gap" as const }));
  return trimmed(prepareTrend([...days.values()], grain, period, names)).map(({ day, isPartial, values }) => {
    const [whole = null, ...parts] = values;
    const shares = parts.map((part) => (whole === null || whole <= 0 ? null : (part ?? 0) / whole));
    return { day, isPartial, shares };
  });
}

/** Without the time before the first report: reports on payments began later than others, and an empty year hides them. */
function trimmed<T extends { values: (number | null)[] }>(buckets: T[]): T[] {
  const first = buckets.findIndex(({ values }) => values[0] !== null);
  return first < 0 ? [] : buckets.slice(first);
}
