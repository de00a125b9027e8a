/** Lower case without tone marks, đ as d: what readers and clerks type for "Đà Nẵng" is "da nang". */
export const plainText = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

/** SQL: `plainText` of a text; of bytes that are no UTF-8 as far as they can be read. */
export const plainTextOf = (text: string): string =>
  `replaceAll(lowerUTF8(replaceRegexpAll(normalizeUTF8NFD(toValidUTF8(${text})), '\\\\p{M}', '')), 'đ', 'd')`;

/** Plain text with single spaces: what is searched. */
export const searchKey = (text: string): string => plainText(text).replace(/\s+/g, " ").trim();

/** What two spellings of a name or code have in common: plain text without spaces, hyphens, underscores, unseen characters. */
export const nameKey = (text: string): string => plainText(text).replace(/[\p{Z}\p{Pd}\p{Cc}\p{Cf}_]+/gu, "");

/** SQL: `nameKey` of a text. */
export const nameKeyOf = (text: string): string =>
  `replaceRegexpAll(${plainTextOf(text)}, '[\\\\p{Z}\\\\p{Pd}\\\\p{Cc}\\\\p{Cf}_]+', '')`;
