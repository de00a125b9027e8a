import type { Job, SourceColumn } from "../../job.ts";
import { cleanseRows, type RowRule, repeatedRowRules, withoutCondition } from "../cleanseRows.ts";

const column = (
  name: string,
  aliases: readonly string[],
  vi: string,
  en: string,
  example: string,
  required: boolean,
): SourceColumn => ({
  name,
  aliases,
  required,
  description: { vi, en },
  example,
});

const columns: readonly SourceColumn[] = [
  column("facility_code", ["ma_co_so"], "Mã cơ sở", "Facility code", "01001", true),
  column("name", ["ten_co_so"], "Tên cơ sở", "Name", "Trạm y tế phường Trúc Bạch", true),
  column("type", ["loai", "loai_co_so"], "Loại cơ sở", "Type", "Trạm y tế", false),
  column("commune_code", ["ma_xa"], "Mã xã, phường nơi đặt cơ sở (5 chữ số)", "Commune, five digits", "00004", false),
];

const rules: readonly RowRule[] = [
  {
    code: "facility_code_missing",
    severity: "reject",
    sentence: { vi: "Thiếu mã cơ sở", en: "The facility code is missing" },
    condition: "code = ''",
  },
  {
    code: "facility_name_missing",
    severity: "finding",
    sentence: { vi: "Thiếu tên cơ sở", en: "The facility's name is missing" },
    condition: "trimBoth(name) = ''",
  },
  {
    code: "commune_unknown",
    severity: "finding",
    sentence: {
      vi: "Không có mã xã, hoặc mã không có trong danh mục; cơ sở tính vào nơi chưa xác định",
      en: "No commune code, or none that a list knows; the facility counts as of an unknown place",
    },
    condition: "place % 1000000 >= 100000",
  },
];

/** Codes are reused across the reform, so a commune is looked up in the structure of the day the list is of. */
const communeOn = (structure: string): string =>
  `dictHas('mart.places', toUInt32(${structure} * 1000000 + toUInt32OrZero(commune))) AND match(commune, '^[0-9]{5}$')`;

/** Vaccination sites; each load of a batch replaces the list. */
export const facilitiesJob: Job = {
  name: "facilities",
  title: { vi: "Cơ sở tiêm chủng", en: "Facilities" },
  columns,
  rules: [...rules, ...repeatedRowRules].map(withoutCondition),
  factTables: ["mart.dim_facilities"],
  cleanse: (context) =>
    cleanseRows(context, {
      factTable: "mart.dim_facilities",
      expressions: [
        ["code", "trimBoth(facility_code)"],
        ["commune", "leftPad(trimBoth(commune_code), 5, '0')"],
        [
          "structure",
          "(SELECT argMaxIf(structure_code, valid_from, valid_from <= {as_of:Date}) FROM mart.dim_structures FINAL)",
        ],
        [
          "other_structure",
          "(SELECT argMaxIf(structure_code, valid_from, valid_from > {as_of:Date} OR valid_to < {as_of:Date}) FROM mart.dim_structures FINAL)",
        ],
        [
          "place",
          `toUInt32(multiIf(
            ${communeOn("structure")}, structure * 1000000 + toUInt32OrZero(commune),
            ${communeOn("other_structure")}, other_structure * 1000000 + toUInt32OrZero(commune),
            structure * 1000000 + 300000))`,
        ],
      ],
      rules,
      key: ["code"],
      content: ["name", "type", "commune_code"],
      placeKey: "place",
      facts: [
        ["facility_code", "code"],
        ["name", "trimBoth(name)"],
        ["type", "trimBoth(type)"],
        ["commune_code", "trimBoth(commune_code)"],
        ["place_key", "place"],
      ],
      day: undefined,
    }),
};
