import type { Rule } from "../job.ts";
import { ambiguousMarks } from "../sources/numberMarks.ts";
import { plainSpaces } from "./dayOf.ts";

/** What `countOf` gives for an empty text, for one that is no count, and for one that may mean two numbers. */
export const countMissing = -1;
export const countInvalid = -2;
export const countAmbiguous = -3;

const ambiguous = `^${ambiguousMarks}$`;

/** SQL: whether the marks of a number may part thousands or begin a fraction, and its column does not show which. */
export const isAmbiguous = (text: string): string => `match(${plainSpaces(text)}, '${ambiguous}')`;

export const numberAmbiguous: Rule = {
  code: "number_ambiguous",
  severity: "reject",
  sentence: {
    vi: "Không rõ dấu chấm hay dấu phẩy trong số liệu ngăn cách hàng nghìn hay phần thập phân (ví dụ 0.500; 1.234,567; 1.234 khi cột có số viết khác cách); ghi số không có dấu",
    en: "It cannot be told whether point or comma in a figure part thousands or begin a fraction (such as 0.500; 1.234,567; 1.234 where others of the column are written otherwise); write it without marks",
  },
};

/**
 * SQL: the whole number (Int64) that a text of the sources means: 1234567, "1 234 567" or 1234567,00; -1 for an empty text, -3
 * for one whose marks may part thousands or begin a fraction (1.234), -2 for anything else. Where a whole column agrees that a
 * mark parts thousands, the landing table has its numbers without it (see settleNumbers.ts).
 */
export const countOf = (text: string): string => {
  const bare = plainSpaces(text);
  return `multiIf(
    ${bare} = '', ${countMissing},
    match(${bare}, '^[0-9]{1,15}$'), toInt64OrZero(${bare}),
    match(${bare}, '^[0-9]{1,3}( [0-9]{3}){1,4}([.,]0{1,2})?$'), toInt64OrZero(replaceAll(replaceRegexpOne(${bare}, '[.,]0+$', ''), ' ', '')),
    match(${bare}, '^[0-9]{1,15}[.,](0{1,2}|0{4,})$'), toInt64OrZero(extract(${bare}, '^([0-9]+)')),
    match(${bare}, '${ambiguous}'), ${countAmbiguous},
    ${countInvalid})`;
};
