import { stillInForce } from "../../warehouse/validity.ts";
import { dayOf } from "./dayOf.ts";
import { type RowRule, rowRule } from "./rowRule.ts";

/**
 * SQL: the last day of validity that a text gives, 1970-01-01 for none and for anything unreadable. Registers write 31/12/9999 for
 * "without an end".
 */
export const endOf = (text: string): string =>
  `if(match(${text}, '^(?:31[/.-]12[/.-]9999|9999[/.-]12[/.-]31)'), toDate('${stillInForce}'), ${dayOf(text)})`;

/** SQL: the day that a column gives as the last one; the last of all where it gives none. */
export const lastDayOf = (column: string): string =>
  `if(trimBoth(${column}) = '', toDate('${stillInForce}'), ${endOf(column)})`;

/**
 * Expressions `first_day` and `last_day` of the period that a row holds, from the columns `valid_from` and `valid_to`. Of several
 * rows of one `code` (an expression before these) each holds until the day before the next one begins, unless it gives its last day.
 */
export const periodExpressions: readonly (readonly [name: string, sql: string])[] = [
  ["row_id", "(file_number, row_number)"],
  ["first_day", dayOf("trimBoth(valid_from)")],
  ["told_last_day", endOf("trimBoth(valid_to)")],
  [
    "periods",
    `groupArrayIf((first_day, told_last_day, row_id), told_last_day = toDate(0) OR told_last_day >= first_day)
      OVER (PARTITION BY code)`,
  ],
  [
    "last_day",
    `multiIf(told_last_day != toDate(0), told_last_day,
      arrayExists(other -> other.1 > first_day, periods), arrayMin(arrayFilter(start -> start > first_day, periods.1)) - 1,
      toDate('${stillInForce}'))`,
  ],
];

/** Rules of these periods. @param thing what a code is of, in both languages */
export const periodRules = (thing: { readonly vi: string; readonly en: string }): readonly RowRule[] => [
  rowRule(
    "date_invalid",
    "reject",
    "Ngày hiệu lực không phải là ngày",
    "A day of validity is not a date",
    "(trimBoth(valid_from) != '' AND first_day = toDate(0)) OR (trimBoth(valid_to) != '' AND told_last_day = toDate(0))",
  ),
  rowRule(
    "valid_to_before_valid_from",
    "reject",
    "Ngày hết hiệu lực trước ngày bắt đầu hiệu lực",
    "The row ends before it begins",
    "told_last_day != toDate(0) AND told_last_day < first_day",
  ),
  rowRule(
    "period_overlap",
    "reject",
    `Thời gian hiệu lực chồng lên một dòng trước của cùng ${thing.vi}; dòng trước được giữ`,
    `Overlaps an earlier row of the same ${thing.en}, which is kept`,
    `code != '' AND arrayExists(other -> other.3 < row_id AND other.1 != first_day
      AND ((other.1 < first_day AND other.2 >= first_day) OR (other.1 > first_day AND told_last_day >= other.1)), periods)`,
  ),
];
