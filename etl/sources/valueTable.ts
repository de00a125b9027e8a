import type { ColumnType } from "./columnType.ts";

/** What a file gives: text, or a value whose type it knows. */
export type Given = "text" | "number" | "day" | "moment" | "flag" | "nothing";

/**
 * What becomes of a value, by the column's declared type and by what the file gave. "Invalid" and "unknown" are the rules of the
 * source that say so. Shown in docs/sources.md; values.test.ts holds it against Parquet.
 */
export const valueTable: Readonly<Record<ColumnType, Readonly<Record<Given, string>>>> = {
  text: {
    text: "as it is",
    number: "its digits",
    day: "ISO text",
    moment: "ISO text, in Viet Nam",
    flag: "`true` or `false`",
    nothing: "missing",
  },
  code: {
    text: "as it is, but for spaces at its ends",
    number: "its digits",
    day: "ISO text",
    moment: "ISO text, in Viet Nam",
    flag: "`true` or `false`",
    nothing: "missing",
  },
  count: {
    text: "a whole number from 0, else invalid or `number_ambiguous`",
    number: "a whole number from 0, else invalid",
    day: "invalid",
    moment: "invalid",
    flag: "invalid",
    nothing: "missing",
  },
  amount: {
    text: "a whole number from 0, else invalid or `number_ambiguous`",
    number: "a whole number from 0, else invalid",
    day: "invalid",
    moment: "invalid",
    flag: "invalid",
    nothing: "missing",
  },
  number: {
    text: "a number, else invalid or `number_ambiguous`",
    number: "that number",
    day: "invalid",
    moment: "invalid",
    flag: "invalid",
    nothing: "missing",
  },
  percent: {
    text: "a number, of which no mark parts thousands, else invalid",
    number: "that number",
    day: "invalid",
    moment: "invalid",
    flag: "invalid",
    nothing: "missing",
  },
  day: {
    text: "a day, else invalid",
    number: "an Excel serial, else invalid",
    day: "that day",
    moment: "its day in Viet Nam",
    flag: "invalid",
    nothing: "missing",
  },
  month: {
    text: "a month or a day of it, else invalid",
    number: "`202206` or an Excel serial, else invalid",
    day: "its month",
    moment: "its month in Viet Nam",
    flag: "invalid",
    nothing: "missing",
  },
  year: {
    text: "four digits, else invalid",
    number: "four digits, else invalid",
    day: "invalid",
    moment: "invalid",
    flag: "invalid",
    nothing: "missing",
  },
  flag: {
    text: "a word for yes or no, `1` or `0`, else unknown",
    number: "`1` or `0`, else unknown",
    day: "unknown",
    moment: "unknown",
    flag: "yes or no",
    nothing: "missing",
  },
};
