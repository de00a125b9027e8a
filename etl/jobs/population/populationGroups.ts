import { nameKeyOf } from "../../../warehouse/textKey.ts";
import { wordOf } from "../wordOf.ts";

const all = ["", "all", "chung", "tong", "tongso", "tatca", "cahai", "total", "both"];

/** SQL: all, male or female; '' for a text that is none of them. */
export const sexOf = (text: string): string =>
  wordOf(text, { all: [...all, "cahaigioi"], male: ["nam", "male", "m"], female: ["nu", "female", "f"] });

/** SQL: all, urban or rural; '' for a text that is none of them. */
export const residenceOf = (text: string): string =>
  wordOf(text, { all: [...all, "cahaikhuvuc"], urban: ["thanhthi", "urban"], rural: ["nongthon", "rural"] });

/**
 * SQL: all, "5-9", or "80+" for a text such as "5 – 9 tuổi", "80 tuổi trở lên", "≥ 80"; '' for a text that is no such group.
 */
export const ageGroupOf = (text: string): string => {
  const key = `replaceAll(${nameKeyOf(`replaceRegexpAll(${text}, '[-–—]', ' den ')`)}, 'tuoi', '')`;
  const number = (position: number): string => `toUInt16OrZero(extractAll(${key}, '[0-9]+')[${position}])`;
  return `multiIf(
    ${key} IN (${all.map((spelling) => `'${spelling}'`).join(", ")}, 'moilua'), 'all',
    match(${key}, '^(tu)?[0-9]{1,3}den[0-9]{1,3}$') AND ${number(1)} <= ${number(2)}, concat(toString(${number(1)}), '-', toString(${number(2)})),
    match(${key}, '^(tu)?[0-9]{1,3}([+]|trolen|vatrolen)$') OR match(${key}, '^(≥|>=)[0-9]{1,3}$'), concat(toString(${number(1)}), '+'),
    '')`;
};

/** SQL: first and last age (Tuple of UInt16) of a group as `ageGroupOf` writes it. */
export const agesOf = (group: string): string =>
  `(toUInt16OrZero(extract(${group}, '^[0-9]+')), if(endsWith(${group}, '+'), toUInt16(999), toUInt16OrZero(extract(${group}, '[0-9]+$'))))`;

/** SQL: whether an array of such ages has each age once, none left out. */
export const areAllAges = (ages: string): string =>
  `arraySort(${ages})[1].1 = 0 AND arraySort(${ages})[-1].2 = 999
   AND arrayAll(nth -> arraySort(${ages})[nth].2 + 1 = arraySort(${ages})[nth + 1].1, range(1, length(${ages})))`;
