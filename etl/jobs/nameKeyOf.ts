import { searchKey } from "../../warehouse/areas/areaNames.ts";

/** What two spellings of a name or code have in common: no case, tone marks, spaces, hyphens, underscores. */
export const nameKey = (text: string): string => searchKey(text).replace(/[\s\p{Z}\p{Pd}_]+/gu, "");

/** SQL: `nameKey` of a text; also for text that is not valid UTF-8. */
export const nameKeyOf = (text: string): string =>
  `replaceRegexpAll(replaceAll(replaceRegexpAll(normalizeUTF8NFD(lowerUTF8(toValidUTF8(${text}))), '\\\\p{M}', ''), 'đ', 'd'),
    '[\\\\s\\\\p{Z}\\\\p{Pd}_]+', '')`;
