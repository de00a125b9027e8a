import type { ColumnType } from "./columnType.ts";
import { typedNumberOf } from "./typedNumber.ts";

/**
 * How a value whose type the file knows is written into the landing table, which holds text, so that no rule for text changes
 * it: a number is never read with thousands separators or as a month, nothing is never zero, a moment counts on its day in Viet
 * Nam.
 */

/** SQL over a Nullable value: its text, '' where the file has none. */
const orNothing = (sql: string): string => `ifNull(${sql}, '')`;

const number = (value: string, type: ColumnType): string => orNothing(typedNumberOf(`toString(${value})`, type));
const plain = (value: string): string => orNothing(`toString(${value})`);

export const givenText = {
  text: orNothing,
  /** A text whose bytes nobody has looked at; one that is no UTF-8 ends the load (`throwIf`). */
  utf8: (value: string): string =>
    `if(throwIf(NOT isValidUTF8(${orNothing(value)}), 'not UTF-8'), '', ${orNothing(value)})`,
  number,
  /** Days since 1970-01-01. */
  dayNumber: (value: string): string =>
    orNothing(`substring(toString(fromUnixTimestamp64Second(toInt64(${value}) * 86400, 'UTC')), 1, 10)`),
  /** A point in time: its clock time in Viet Nam. */
  instant: (value: string): string => orNothing(`toString(toTimeZone(${value}, 'Asia/Ho_Chi_Minh'))`),
  /** A time without a zone, as clocks show it. */
  clockTime: plain,
  flag: plain,
  /** A value of the type Dynamic: a number as a number, anything else as its text. */
  dynamic: (value: string, type: ColumnType): string =>
    `if(dynamicType(${value}) = 'Float64', ${number(`${value}.Float64`, type)}, ${plain(value)})`,
} as const;
