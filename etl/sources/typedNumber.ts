import { type ColumnType, isNumeric } from "./columnType.ts";

/**
 * The landing table holds text, and some numbers mean something else as text: 12.345 may be 12,345 in a column of numbers, and
 * 5.2022 is May 2022 in one of months. A zero more behind the fraction keeps it what it is. A pattern for both RE2 and
 * JavaScript; undefined: no number of the type is misread.
 */
const misreadAs = (type: ColumnType): string | undefined => {
  if (isNumeric(type)) return "^-?[0-9]{1,3}[.][0-9]{3}$";
  return type === "month" ? "^[0-9]{1,2}[.][0-9]{4}$" : undefined;
};

/** The digits of a number that the file has as a number, so that a column of the type reads no other number from them. */
export const typedNumber = (digits: string, type: ColumnType): string => {
  const misread = misreadAs(type);
  return misread !== undefined && new RegExp(misread).test(digits) ? `${digits}0` : digits;
};

/** SQL: likewise. */
export const typedNumberOf = (digits: string, type: ColumnType): string => {
  const misread = misreadAs(type);
  return misread === undefined ? digits : `if(match(${digits}, '${misread}'), concat(${digits}, '0'), ${digits})`;
};
