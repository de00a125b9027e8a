import dayjs from "dayjs";
import type { Language } from "../messages/catalogues.ts";

/** Beds per 10,000 people, days of stay, a pace: what stands behind the comma tells. */
export const isSmallQuotient = (value: number): boolean => !Number.isInteger(value) && Math.abs(value) < 100;

/** How figures and dates are written in one language. Missing is an em dash, never zero. */
export interface Format {
  integer(value: number | null): string;
  /** 233,7 triệu: three or four significant digits, for figures read at a glance. */
  compact(value: number | null): string;
  /** From a share between 0 and 1. Never rounds up to a whole that is not reached. */
  percent(value: number | null): string;
  /** Size of a difference of two shares, in percentage points; never rounds down to none. */
  points(value: number): string;
  signedPoints(value: number): string;
  /** Size of a change, where words say its direction. */
  change(value: number): string;
  /** 60 nghìn: on an axis, without decimals that say nothing. */
  axis(value: number): string;
  signedCompact(value: number): string;
  /** A small figure: one decimal, two below one. */
  decimal(value: number): string;
  /** With every decimal that tells: for those who compute on. */
  exact(value: number): string;
  /** dd/mm/yyyy from YYYY-MM-DD. */
  day(value: string | null): string;
  /** 06/2022 */
  month(value: string): string;
  dayAndTime(value: string | null): string;
  /** Difference of two shares, in percentage points, signed, where the unit is said elsewhere. */
  barePoints(value: number): string;
  /** a, b và c */
  list(words: readonly string[]): string;
}

export const MISSING = "—";
const NBSP = "\u00a0";
const MINUS = "\u2212";

const compactUnits: Record<Language, [limit: number, name: string][]> = {
  vi: [
    [1e9, "tỷ"],
    [1e6, "triệu"],
    [1e4, "nghìn"],
  ],
  en: [
    [1e9, "billion"],
    [1e6, "million"],
    [1e4, "thousand"],
  ],
};
const divisorOf = (limit: number) => (limit === 1e4 ? 1e3 : limit);

export function createFormat(language: Language): Format {
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  const digits = (count: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: count, maximumFractionDigits: count });
  const [none, one, two] = [digits(0), digits(1), digits(2)];
  // "negative": what rounds to nothing is 0, not −0.
  const upTo = (count: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: count, signDisplay: "negative" });
  const [upToOne, upToTwo] = [upTo(1), upTo(2)];
  const percentSign = language === "vi" ? `${NBSP}%` : "%";

  const compactOf = (value: number, fixed?: Intl.NumberFormat): string => {
    const size = Math.abs(value);
    // 999,960 would round to "1.000 nghìn": such a figure belongs to the unit above.
    const found = compactUnits[language].find(([limit]) => size >= limit * (limit === 1e4 ? 1 : 0.99995));
    if (!found) return none.format(value);
    const scaled = value / divisorOf(found[0]);
    const format = fixed ?? (Math.abs(scaled) < 10 ? two : one);
    return `${format.format(scaled)}${NBSP}${found[1]}`;
  };
  const signed = (value: number, write: (size: number) => string) =>
    value === 0 ? write(0) : `${value > 0 ? "+" : MINUS}${write(Math.abs(value))}`;
  const percentOf = (value: number): string => {
    const text = one.format(value * 100);
    if (value < 1 && text === one.format(100)) return `>${NBSP}${one.format(99.9)}${percentSign}`;
    if (value > 0 && text === one.format(0)) return `<${NBSP}${one.format(0.1)}${percentSign}`;
    return text + percentSign;
  };
  const decimalOf = (value: number) => (Math.abs(value) < 1 ? upToTwo : upToOne).format(value);
  const pointsOf = (size: number) => {
    const text = one.format(size * 100);
    const isLess = size > 0 && text === one.format(0);
    return `${isLess ? `<${NBSP}${one.format(0.1)}` : text}${NBSP}${language === "vi" ? "điểm %" : "pp"}`;
  };
  // A change of a small quotient is told by its decimals: it is not "−0".
  const changeOf = (size: number) => (isSmallQuotient(size) ? decimalOf(size) : compactOf(size));
  // What rose did not rise by 0.
  const sizeOf = (size: number) => {
    const text = changeOf(size);
    return size > 0 && text === decimalOf(0) ? `<${NBSP}${two.format(0.01)}` : text;
  };
  const orMissing =
    <T>(write: (value: T) => string) =>
    (value: T | null) =>
      value === null ? MISSING : write(value);
  // The minus of a figure, not the hyphen that the locales write.
  const withMinus = (text: string) => text.replace("-", MINUS);
  const dayOf = (value: string, pattern: string) => {
    const day = dayjs(value);
    return day.isValid() ? day.format(pattern) : MISSING;
  };

  return {
    integer: orMissing((value: number) => withMinus(none.format(value))),
    compact: orMissing((value: number) => withMinus(compactOf(value))),
    axis: (value) => withMinus(compactOf(value, upToOne)),
    percent: orMissing(percentOf),
    points: (value) => pointsOf(Math.abs(value)),
    signedPoints: (value) => signed(value, pointsOf),
    change: (value) => sizeOf(Math.abs(value)),
    signedCompact: (value) => signed(value, changeOf),
    decimal: (value) => withMinus(decimalOf(value)),
    exact: (value) => upTo(10).format(value),
    day: orMissing((value) => dayOf(value, "DD/MM/YYYY")),
    month: (value) => dayOf(value, "MM/YYYY"),
    dayAndTime: orMissing((value) => dayOf(value, "DD/MM/YYYY HH:mm")),
    barePoints: (value) => signed(Math.round(value * 1000) / 10, (size) => one.format(size)),
    list: (words) => new Intl.ListFormat(locale, { type: "conjunction" }).format(words),
  };
}
