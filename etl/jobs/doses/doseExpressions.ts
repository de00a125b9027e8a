import { birthYearOf, dayOf } from "../dayOf.ts";
import { hashOf } from "../hashOf.ts";
import { greatestAge } from "./doseRules.ts";

/** One administrative structure and the first day it is in force; a list is ordered by that day. */
export interface StructurePeriod {
  readonly code: number;
  readonly validFrom: string;
}

const male = ["nam", "m", "male", "1", "trai"];
const female = ["nữ", "nu", "f", "female", "0", "2", "gái"];
const list = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(", ");

/** SQL: the structure in force on a day. The first is taken for days before it. */
const structureOn = (day: string, structures: readonly StructurePeriod[]): string => {
  const [first, ...later] = structures;
  const cases = later.toReversed().flatMap(({ code, validFrom }) => [`${day} >= toDate('${validFrom}')`, String(code)]);
  return cases.length === 0 ? String(first?.code ?? 0) : `multiIf(${cases.join(", ")}, ${first?.code ?? 0})`;
};

const isPlace = (key: string): string => `(${key}) IN (SELECT place_key FROM mart.dim_places)`;

/** A code as a number; 0 where it is not one of at most `digits` digits. */
const codeNumber = (column: string, digits: number): string =>
  `if(length(${column}) <= ${digits}, toUInt32OrZero(${column}), 0)`;

/** Each later expression may use the ones before it. Over the landing columns and the job's landing columns. */
export const doseExpressions = (
  structures: readonly StructurePeriod[],
): readonly (readonly [name: string, sql: string])[] => {
  const elsewhere = structures.flatMap(({ code }) => [
    isPlace(`${code} * 1000000 + commune`),
    `${code} * 1000000 + commune`,
  ]);
  return [
    ["entered_day", dayOf("entered_at")],
    ["sent_day", dayOf("sent_at")],
    ["structure", structureOn("injected_date", structures)],
    ["commune", codeNumber("home_commune_code", 5)],
    ["is_commune_known", `commune != 0 AND ${isPlace("structure * 1000000 + commune")}`],
    ["commune_elsewhere", `if(is_commune_known OR commune = 0, 0, multiIf(${elsewhere.join(", ")}, 0))`],
    ["district_key", `structure * 1000000 + 100000 + ${codeNumber("home_district_code", 3)}`],
    ["province_key", `structure * 1000000 + 200000 + ${codeNumber("home_province_code", 2)}`],
    [
      "place_key",
      `toUInt32(multiIf(is_commune_known, structure * 1000000 + commune,
        commune_elsewhere != 0, commune_elsewhere,
        home_district_code != '' AND ${isPlace("district_key")}, district_key,
        home_province_code != '' AND ${isPlace("province_key")}, province_key,
        structure * 1000000 + 300000))`,
    ],
    // Spaces, dots and the apostrophe Excel users put before numbers are not part of an ID number.
    [
      "id_text",
      `if(length(id_number) IN (0, 9, 12), id_number, replaceRegexpAll(id_number, '[ .\\'’\\\\x{A0}-]', ''))`,
    ],
    ["id_value", `if(length(id_text) IN (9, 12) AND NOT startsWith(id_text, '+'), toUInt64OrZero(id_text), 0)`],
    ["id_century", `intDiv(id_value, 100000000) % 10`],
    [
      "id_class",
      `multiIf(id_number = '', 0,
        length(id_text) = 12 AND id_value != 0 AND id_century <= 3 AND intDiv(id_value, 1000000000) IN {birth_provinces:Array(UInt64)}, 1,
        length(id_text) = 9 AND id_value % 111111111 != 0, 2,
        3)`,
    ],
    // A citizen number begins with 0, an old number may: a spreadsheet that takes them for numbers drops the zeros.
    [
      "is_id_short",
      `id_class = 3 AND match(id_text, '^[1-9][0-9]{7,10}$') AND (length(id_text) = 8 AND toUInt64OrZero(id_text) % 11111111 != 0
        OR length(id_text) >= 10 AND intDiv(toUInt64OrZero(id_text), 100000000) % 10 <= 3
          AND intDiv(toUInt64OrZero(id_text), 1000000000) IN {birth_provinces:Array(UInt64)})`,
    ],
    [
      "sex_known",
      `transform(lowerUTF8(normalizeUTF8NFC(trimBoth(sex))), [${list([...male, ...female])}],
      [${[...male.map(() => 1), ...female.map(() => 2)].join(", ")}], 0)`,
    ],
    ["birth", birthYearOf("birth_date")],
    [
      "is_age_impossible",
      `birth != 0 AND (birth > toYear(injected_date) OR birth + ${greatestAge} < toYear(injected_date)) AND injected_date != toDate(0)`,
    ],
    ["dose_order", "if(dose_number_read BETWEEN 1 AND 5, dose_number_read, 0)"],
    [
      "vaccine_known",
      "transform(lowerUTF8(normalizeUTF8NFC(trimBoth(vaccine))), {vaccine_names:Array(String)}, {vaccine_codes:Array(String)}, '')",
    ],
    [
      "is_facility_unknown",
      `{has_facilities:Bool} AND facility_code != '' AND facility_code NOT IN (
        SELECT facility_code FROM mart.dim_facilities WHERE load_id IN {facility_loads:Array(UInt64)})`,
    ],
    ["id_hash", `if(id_class IN (1, 2), ${hashOf("id_text")}, toUInt128(0))`],
  ];
};
