/**
 * How a value whose type the file knows is written into the landing table, which holds text, so that no rule for text changes
 * it: a number is never read with thousands separators, nothing is never zero, a moment counts on its day in Viet Nam.
 */

/** SQL: a number that the file has as text of its digits, without the mark that text cannot tell from thousands. */
const numberText = (value: string): string => {
  const text = `toString(${value})`;
  // 12.345 as a number has a fraction; as text it may be read as 12,345. A further digit keeps it a fraction.
  return `if(match(${text}, '^-?[0-9]{1,3}[.][0-9]{3}$'), concat(${text}, '0'), ${text})`;
};

/** SQL over a Nullable value: its text, '' where the file has none. */
const orNothing = (sql: string): string => `ifNull(${sql}, '')`;

export const givenText = {
  text: orNothing,
  number: (value: string): string => orNothing(numberText(value)),
  day: (value: string): string => orNothing(`toString(${value})`),
  /** A point in time: its clock time in Viet Nam. */
  instant: (value: string): string => orNothing(`toString(toTimeZone(${value}, 'Asia/Ho_Chi_Minh'))`),
  /** A time without a zone, as clocks show it. */
  clockTime: (value: string): string => orNothing(`toString(${value})`),
  flag: (value: string): string => orNothing(`toString(${value})`),
  /** A value of the type Dynamic: a number as a number, anything else as its text. */
  dynamic: (value: string): string =>
    `if(dynamicType(${value}) = 'Float64', ${orNothing(numberText(`${value}.Float64`))}, ${orNothing(`toString(${value})`)})`,
} as const;
