import { numberIn, textIn } from "../data/readRow.ts";
import type { Part } from "../data/useParts.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import type { MessageKey } from "../messages/catalogues.ts";

/** The codes of each dimension in the order that officials name them, with their words. */
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
} as const satisfies Record<string, Record<string, MessageKey>>;
const byDimension: Readonly<Record<string, Readonly<Record<string, MessageKey>>>> = words;
const titles: Readonly<Record<string, MessageKey>> = {
  facility_type: "facility.byType",
  ownership: "facility.byOwnership",
  grade: "facility.byGrade",
  equipment_type: "resources.equipment.byType",
  handling_level: "publicServices.byLevel",
};

/** The word for a code of a dimension; null for one that the model has gained since. */
export const wordOf = (dimension: string, code: string): MessageKey | null => byDimension[dimension]?.[code] ?? null;

export interface PartRow {
  code: string;
  word: MessageKey | null;
  value: number | null;
  /** Length of the bar; null: no figure. */
  share: number | null;
  count: number | null;
}
export interface PartSection {
  dimension: string;
  title: MessageKey | null;
  rows: PartRow[];
}

/** A measure, and the count behind it, by the codes of each dimension. What has neither is left out. */
export function prepareParts(
  parts: readonly Part[],
  measure: Pick<MeasureMeta, "name" | "unit">,
  count: string,
): PartSection[] {
  return parts.map(({ dimension, rows }) => {
    const order = Object.keys(byDimension[dimension] ?? {});
    const placeOf = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
    const told = rows
      .map((row) => ({
        code: textIn(row, dimension),
        value: numberIn(row, measure.name),
        count: numberIn(row, count),
      }))
      .filter((row) => row.code !== "" && (row.value !== null || (row.count ?? 0) > 0))
      .sort((a, b) => placeOf(a.code) - placeOf(b.code) || a.code.localeCompare(b.code));
    const longest = Math.max(measure.unit === "percent" ? 1 : 0, ...told.map(({ value }) => value ?? 0));
    return {
      dimension,
      title: titles[dimension] ?? null,
      rows: told.map((row) => ({
        ...row,
        word: wordOf(dimension, row.code),
        share: row.value === null || longest <= 0 ? null : Math.max(0, row.value) / longest,
      })),
    };
  });
}
