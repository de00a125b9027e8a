import { dayOf, knownYear, plainSpaces } from "./dayOf.ts";

/** "T6/2022", "tháng 6/2022", "Tháng 06 năm 2022", "6-2022": the month, then the year. Tone marks may be separate characters. */
const monthFirst = `(?i)^(?:t|th[^0-9 ./-]*ng)?[. ]*([0-9]{1,2}) *(?:[./-]| n[^0-9 ./-]*m | ) *(${knownYear})$`;
/** "2022-06", "2022/6", "202206". */
const yearFirst = `^(${knownYear})(?:[./-]([0-9]{1,2})|([0-9]{2}))$`;

/** "Jun 2022", "June-2022"; "Jun-22", as Excel shortens it, could be a day of June. */
const named =
  "(?i)^((?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)) *[ ,./-] *([0-9]{4})$";

const partOf = (text: string, pattern: string, groups: readonly number[]): string =>
  `toInt32OrZero(replaceRegexpOne(${text}, '${pattern}', '${groups.map((group) => `\\\\${group}`).join("")}'))`;

/**
 * SQL: the first day (Date) of the month that a text of the sources means; 1970-01-01 for none and for anything unreadable.
 * A month and a year, or whatever `dayOf` reads as a day of the month.
 */
export const monthOf = (text: string): string => {
  const trimmed = plainSpaces(text);
  return `multiIf(
    match(${trimmed}, '${monthFirst}'), makeDate(${partOf(trimmed, monthFirst, [2])}, ${partOf(trimmed, monthFirst, [1])}, 1),
    match(${trimmed}, '${yearFirst}'), makeDate(${partOf(trimmed, yearFirst, [1])}, ${partOf(trimmed, yearFirst, [2, 3])}, 1),
    match(${trimmed}, '${named}'), toStartOfMonth(${dayOf(`replaceRegexpOne(${trimmed}, '${named}', '1 \\\\1 \\\\2')`)}),
    toStartOfMonth(${dayOf(trimmed)}))`;
};
