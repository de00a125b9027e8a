import type { Conditions } from "../data/narrowing.ts";
import type { MessageKey } from "./catalogues.ts";
import type { Translate } from "./createTranslate.ts";

/** The codes of each dimension that figures are told by, in the order that officials name them, with their words. */
const words = {
  facility_type: {
    hospital: "facility.hospital",
    health_centre: "facility.healthCentre",
    health_station: "facility.healthStation",
    clinic: "facility.clinic",
    pharmacy: "facility.pharmacy",
    other: "facility.other",
    unknown: "facility.unknownType",
  },
  ownership: {
    public: "facility.public",
    private: "facility.private",
    unknown: "facility.unknownOwnership",
  },
  grade: {
    special: "facility.special",
    I: "facility.gradeI",
    II: "facility.gradeII",
    III: "facility.gradeIII",
    IV: "facility.gradeIV",
    none: "facility.ungraded",
    unknown: "facility.unknownGrade",
  },
  equipment_type: {
    ct_scanner: "resources.equipment.ct",
    mri: "resources.equipment.mri",
    x_ray: "resources.equipment.xRay",
    ultrasound: "resources.equipment.ultrasound",
    ventilator: "resources.equipment.ventilator",
    dialysis: "resources.equipment.dialysis",
    operating_room: "resources.equipment.operatingRoom",
  },
  error_class: {
    wrong_name: "errorClass.wrong_name",
    wrong_birth_date: "errorClass.wrong_birth_date",
    wrong_name_and_birth_date: "errorClass.wrong_name_and_birth_date",
    id_not_found: "errorClass.id_not_found",
    wrong_other: "errorClass.wrong_other",
    no_id: "errorClass.no_id",
    malformed_id: "errorClass.malformed_id",
    not_matched: "errorClass.not_matched",
  },
  age_group: {
    "5-11": "ageGroup.5-11",
    "12-17": "ageGroup.12-17",
    "18-29": "ageGroup.18-29",
    "30-49": "ageGroup.30-49",
    "50-64": "ageGroup.50-64",
    "65+": "ageGroup.65+",
    unknown: "ageGroup.unknown",
  },
  sex: { female: "sex.female", male: "sex.male", unknown: "sex.unknown" },
  id_kind: { cccd: "idKind.cccd", cmtnd: "idKind.cmtnd", malformed: "idKind.malformed", none: "idKind.none" },
  method: {
    cash: "payments.method.cash",
    card: "payments.method.card",
    bank_transfer: "payments.method.bank_transfer",
    qr: "payments.method.qr",
    e_wallet: "payments.method.e_wallet",
    mobile_money: "payments.method.mobile_money",
    unknown: "payments.method.unknown",
  },
  stream: {
    birth_certificate: "connections.stream.birth_certificate",
    death_notice: "connections.stream.death_notice",
    driver_health_check: "connections.stream.driver_health_check",
    basic_health_info: "connections.stream.basic_health_info",
    health_record: "connections.stream.health_record",
    e_prescription: "connections.stream.e_prescription",
  },
  handling_level: {
    ministry: "publicServices.level.ministry",
    province: "publicServices.level.province",
    district: "publicServices.level.district",
    commune: "publicServices.level.commune",
    unknown: "publicServices.level.unknown",
  },
} as const satisfies Record<string, Record<string, MessageKey>>;
const names = {
  facility_type: "dimension.facility_type",
  ownership: "dimension.ownership",
  grade: "dimension.grade",
  equipment_type: "dimension.equipment_type",
  error_class: "dimension.error_class",
  age_group: "dimension.age_group",
  sex: "dimension.sex",
  id_kind: "dimension.id_kind",
  method: "dimension.method",
  stream: "dimension.stream",
  handling_level: "dimension.handling_level",
} as const satisfies Record<keyof typeof words, MessageKey>;
type WordedDimension = keyof typeof words;
const byDimension: Readonly<Record<string, Readonly<Record<string, MessageKey>>>> = words;

export const hasWords = (dimension: string): dimension is WordedDimension => Object.hasOwn(words, dimension);

export const codesOf = (dimension: string): readonly string[] => Object.keys(byDimension[dimension] ?? {});

/** The word for a code of a dimension; null for one that the model has gained since. */
export const wordOf = (dimension: string, code: string): MessageKey | null => byDimension[dimension]?.[code] ?? null;

/** A code in words, as far as there are any. */
export function sayCode(dimension: string, code: string, t: Translate): string {
  const word = wordOf(dimension, code);
  return word === null ? code : t(word);
}

/** Dimensions in words, to stand within a sentence. */
export const sayDimensions = (dimensions: readonly string[], t: Translate): string =>
  dimensions.map((dimension) => (hasWords(dimension) ? t(names[dimension]) : dimension)).join(", ");

/** What a screen is narrowed to: "Mã QR, Thẻ · Hạng II". */
export const sayConditions = (conditions: Conditions, t: Translate): string =>
  conditions.map(([dimension, values]) => values.map((value) => sayCode(dimension, value, t)).join(", ")).join(" · ");
