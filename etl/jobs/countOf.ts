/** What `countOf` gives for an empty text and for one that is no count. */
export const countMissing = -1;
export const countInvalid = -2;

/**
 * SQL: the whole number (Int64) that a text of the sources means: 1234567, 1.234.567, 1,234,567, "1 234 567" or 1234567.0;
 * -1 for an empty text, -2 for anything else.
 */
export const countOf = (text: string): string =>
  `multiIf(
    trimBoth(${text}) = '', ${countMissing},
    match(trimBoth(${text}), '^[0-9]{1,15}$'), toInt64OrZero(trimBoth(${text})),
    match(trimBoth(${text}), '^[0-9]{1,3}([., \\\\x{A0}][0-9]{3}){1,4}$'), toInt64OrZero(replaceRegexpAll(${text}, '[^0-9]', '')),
    match(trimBoth(${text}), '^[0-9]{1,15}[.]0{1,2}$'), toInt64OrZero(extract(${text}, '^ *([0-9]+)')),
    ${countInvalid})`;
