import { searchKey } from "../textKey.ts";
import { dayBefore } from "../validity.ts";
import { type AreaLevel, nationCode, unknownName } from "./areaLevels.ts";
import { type AreaName, parseAreaName } from "./areaNames.ts";
import { type Renaming, renamings } from "./corrections.ts";
import type { PackagedUnit, PackagedUnits } from "./packagedUnits.ts";
import { newStructure, oldStructure, type Structure } from "./structures.ts";

/** A row of mart.dim_areas. */
export interface AreaRow {
  structure_code: number;
  level: AreaLevel;
  area_code: string;
  valid_from: string;
  valid_to: string;
  name: string;
  full_name: string;
  type: string;
  province_code: string;
  district_code: string;
  parent_code: string;
  search_key: string;
  is_unknown: boolean;
  source: string;
}

type Position = Pick<AreaRow, "level" | "area_code" | "province_code" | "district_code" | "parent_code">;

const row = (
  { structure_code, valid_from, valid_to }: Structure,
  position: Position,
  { name, fullName, type }: Omit<AreaName, "type"> & { type: string },
): AreaRow => ({
  ...position,
  structure_code,
  valid_from,
  valid_to,
  name,
  full_name: fullName,
  type,
  search_key: searchKey(fullName),
  is_unknown: fullName === unknownName,
  source: "reference",
});

const unknown = { name: unknownName, fullName: unknownName, type: "" };

/** A unit that was renamed has a row for each of its two periods. */
const periods = (structure: Structure, unit: AreaRow, renaming: Renaming | undefined): AreaRow[] => {
  if (renaming === undefined) return [unit];
  const until = { ...structure, valid_to: dayBefore(renaming.from) };
  const since = { ...structure, valid_from: renaming.from };
  return [row(until, unit, parseAreaName(renaming.earlierName)), row(since, unit, parseAreaName(renaming.laterName))];
};

interface StructureUnits {
  provinces: PackagedUnit[];
  /** Empty for a structure without districts. */
  districts: PackagedUnit[];
  communes: PackagedUnit[];
}

const positionsOf = ({ provinces, districts, communes }: StructureUnits): [Position, string][] => {
  const hasDistricts = districts.length > 0;
  const provinceOfDistrict = new Map(districts.map(({ code, parentCode }) => [code, parentCode]));
  return [
    ...provinces.map(({ code, fullName }): [Position, string] => [
      { level: "province", area_code: code, province_code: code, district_code: "", parent_code: nationCode },
      fullName,
    ]),
    ...districts.map(({ code, fullName, parentCode }): [Position, string] => [
      { level: "district", area_code: code, province_code: parentCode, district_code: code, parent_code: parentCode },
      fullName,
    ]),
    ...communes.map(({ code, fullName, parentCode }): [Position, string] => {
      const province_code = hasDistricts ? (provinceOfDistrict.get(parentCode) ?? "") : parentCode;
      const district_code = hasDistricts ? parentCode : "";
      return [{ level: "commune", area_code: code, province_code, district_code, parent_code: parentCode }, fullName];
    }),
  ];
};

/** Below every unit a member for what is known only down to it: 079? of district 079, 79? of province 79, ? of the nation. */
const unknownPositionsOf = ({ provinces, districts }: StructureUnits): Position[] => {
  const hasDistricts = districts.length > 0;
  const ofProvince = (province_code: string, parent_code: string): Position[] => {
    const code = parent_code === nationCode ? "?" : `${province_code}?`;
    const district_code = hasDistricts ? code : "";
    const commune: Position = {
      level: "commune",
      area_code: code,
      province_code,
      district_code,
      parent_code: hasDistricts ? code : province_code,
    };
    const district: Position = { ...commune, level: "district", parent_code: province_code };
    return hasDistricts ? [district, commune] : [commune];
  };
  return [
    { level: "province", area_code: "?", province_code: "?", district_code: "", parent_code: nationCode },
    ...ofProvince("?", nationCode),
    ...provinces.flatMap(({ code }) => ofProvince(code, code)),
    ...districts.map(
      ({ code, parentCode }): Position => ({
        level: "commune",
        area_code: `${code}?`,
        province_code: parentCode,
        district_code: code,
        parent_code: code,
      }),
    ),
  ];
};

const buildStructure = (structure: Structure, units: StructureUnits): AreaRow[] => {
  const nation: Position = {
    level: "nation",
    area_code: nationCode,
    province_code: "",
    district_code: "",
    parent_code: "",
  };
  const renamed = new Map(
    renamings
      .filter(({ structureCode }) => structureCode === structure.structure_code)
      .map((renaming) => [`${renaming.level} ${renaming.code}`, renaming]),
  );
  return [
    row(structure, nation, { name: "Việt Nam", fullName: "Việt Nam", type: "" }),
    ...positionsOf(units).flatMap(([position, fullName]) =>
      periods(
        structure,
        row(structure, position, parseAreaName(fullName)),
        renamed.get(`${position.level} ${position.area_code}`),
      ),
    ),
    ...unknownPositionsOf(units).map((position) => row(structure, position, unknown)),
  ];
};

/** Every unit of both structures, with the nation and the unknown members. */
export const buildAreas = (units: PackagedUnits): AreaRow[] => [
  ...buildStructure(oldStructure, {
    provinces: units.oldProvinces,
    districts: units.oldDistricts,
    communes: units.oldCommunes,
  }),
  ...buildStructure(newStructure, { provinces: units.newProvinces, districts: [], communes: units.newCommunes }),
];
