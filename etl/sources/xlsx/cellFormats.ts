import { shownNumber, showsWords } from "./shownNumber.ts";

/** How a number of a cell is meant: as a day or time, as a number, or as what a format's code shows. */
export type CellFormat = "date" | "number" | { readonly code: string };

/** Numbers of the formats that Excel has built in and that show days or times, East Asian ones among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Codes of those that show a number of digits. */
const builtInCodes: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
]);

/** A number format by its number and, where the workbook defines it, its code. */
export const cellFormatOf = (id: number, defined: string | undefined): CellFormat => {
  const code = defined ?? builtInCodes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? "date" : "number";
  const bare = code.replace(/"[^"]*"|\\.|_./g, "");
  const marks = bare.replace(/\[[^\]]*\]/g, "");
  const isDate = /\[(?:h+|m+|s+)\]/i.test(bare) || (/[ymdhs]/i.test(marks) && !/general/i.test(marks));
  return isDate ? "date" : { code };
};

const daysTo1970 = 25_569;
const daysTo1904 = 1462;

/** A day count of Excel as ISO text: `2021-08-04`, or `2021-08-04 08:30:00` where it has a time. */
const dateText = (serial: number, is1904: boolean): string => {
  const seconds = Math.round((serial + (is1904 ? daysTo1904 : 0) - daysTo1970) * 86_400);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  // A time of no day.
  if (serial > 0 && serial < 1 && !is1904) return date.toISOString().slice(11, 19);
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace("T", " ")
    .replace(/\.\d+Z$/, "");
};

export interface CellNumber {
  /** As Excel shows it, but for marks of thousands; of a day its ISO text. Undefined: it shows words that are not read. */
  readonly shown: string | undefined;
  /** The number's digits. Undefined: it is a day, or none. */
  readonly digits: string | undefined;
  /** The same in per cent, with its sign, where the format shows it so: the digits of 45 % are 0.45. */
  readonly percent?: string;
}

const isPercent = (code: string): boolean => code.replace(/"[^"]*"|\\./g, "").includes("%");

/** Excel keeps fifteen digits of a number; the others are zeros. */
const mostExact = 1e15;

/** What a cell's number may mean: what is shown to a column of codes or texts, its digits to others. */
export const cellNumber = (raw: string, format: CellFormat, is1904: boolean): CellNumber => {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return { shown: raw, digits: undefined };
  if (format === "date") return { shown: dateText(value, is1904), digits: undefined };
  const digits = String(value);
  if (Math.abs(value) >= mostExact) return { shown: undefined, digits };
  if (format !== "number" && isPercent(format.code)) {
    const hundredfold = Number((value * 100).toPrecision(15));
    const shown = shownNumber(hundredfold, String(hundredfold), format.code);
    return { shown: shown ?? `${hundredfold}%`, digits, percent: `${hundredfold}%` };
  }
  const shown = format === "number" ? digits : shownNumber(value, digits, format.code);
  return { shown: shown ?? (format !== "number" && showsWords(format.code) ? undefined : digits), digits };
};
