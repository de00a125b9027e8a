import { rowRule } from "./rowRule.ts";

/**
 * SQL: a code (String) as it is compared: Unicode NFKC, without spaces and invisible marks at its ends, upper case, and without
 * the ".0" that a program puts behind a code of digits which it takes for a number. '' for none.
 */
export const codeTextOf = (text: string): string =>
  `if(match(${text}, '^[A-Z0-9_/:,-]*$'), ${text},
    replaceRegexpOne(upperUTF8(replaceRegexpAll(normalizeUTF8NFKC(toValidUTF8(${text})), '[\\\\p{Cf}\\\\p{Cc}]|^[\\\\s\\\\p{Z}]+|[\\\\s\\\\p{Z}]+$', '')), '^([0-9]+)[.]0+$', '\\\\1'))`;

/** Over the row's raw text and its code: the code had to be written otherwise to be compared. Spaces at the ends alone are no fault. */
export const codeRewrittenRule = (text: string, code: string) =>
  rowRule(
    "facility_code_rewritten",
    "finding",
    "Mã cơ sở viết chữ thường, có khoảng trắng hoặc ký tự lạ; đã đọc theo dạng chuẩn (chữ hoa, không khoảng trắng ở hai đầu)",
    "The facility code is in lower case, or has spaces or foreign characters; it was read in its normal form (upper case, no spaces at its ends)",
    `trimBoth(${text}) != ${code}`,
  );
