import { dayOf } from "../dayOf.ts";

/**
 * SQL: the day (Date) of a time as claims write it, yyyymmddHHMM or yyyymmdd, or of any text that `dayOf` reads; 1970-01-01 for
 * none and for one that no calendar or clock has.
 */
export const claimDayOf = (text: string): string => {
  const trimmed = `trimBoth(${text})`;
  const part = (from: number, length: number): string => `toUInt16OrZero(substring(${trimmed}, ${from}, ${length}))`;
  const day = `makeDate(${part(1, 4)}, ${part(5, 2)}, ${part(7, 2)})`;
  return `multiIf(
    NOT match(${trimmed}, '^[0-9]{8}([0-9]{4})?$'), ${dayOf(trimmed)},
    formatDateTime(${day}, '%Y%m%d') = substring(${trimmed}, 1, 8) AND ${part(9, 2)} < 24 AND ${part(11, 2)} < 60, ${day},
    toDate(0))`;
};
