import type { Sentence } from "../job.ts";

/**
 * What a column of a source holds, said where the column is declared. Forms, totals, units and the reading of numbers follow it:
 * text (names, words), code (an identifier, whose leading zeros count), count (whole numbers from 0 that add up), amount (the
 * same, in dong), number (one that does not add up: a limit, a
 * target), percent (a share, of which no mark parts thousands), day (with or without a time), month, year, flag (yes or no).
 */
export type ColumnType =
  | "text"
  | "code"
  | "count"
  | "amount"
  | "number"
  | "percent"
  | "day"
  | "month"
  | "year"
  | "flag";

/** A mark inside the column's numbers may part thousands or begin a fraction. */
export const mayPartThousands = (type: ColumnType): boolean =>
  type === "count" || type === "amount" || type === "number";

/** The column's values are numbers. */
export const isNumeric = (type: ColumnType): boolean => mayPartThousands(type) || type === "percent";

/** The rows of a table add up in the column, and a totals row states their sum. */
export const addsUp = (type: ColumnType): boolean => type === "count" || type === "amount";

/** How a person is to write a value. */
export const howToWrite: Readonly<Record<ColumnType, Sentence>> = {
  text: { vi: "chữ", en: "text" },
  code: { vi: "mã, đủ số 0 ở đầu", en: "code, with its leading zeros" },
  count: { vi: "số nguyên từ 0", en: "whole number from 0" },
  amount: { vi: "số tiền, đồng, không theo nghìn hay triệu", en: "amount in dong, not in thousands or millions" },
  number: { vi: "số", en: "number" },
  percent: { vi: "số phần trăm", en: "per cent" },
  day: { vi: "ngày/tháng/năm", en: "day/month/year" },
  month: { vi: "tháng/năm", en: "month/year" },
  year: { vi: "năm, bốn chữ số", en: "year, four digits" },
  flag: { vi: "có hoặc không", en: "yes or no" },
};
