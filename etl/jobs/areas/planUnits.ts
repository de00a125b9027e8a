import { areaLevels, nationCode, unknownName } from "../../../warehouse/areas/areaLevels.ts";
import { parseAreaName } from "../../../warehouse/areas/areaNames.ts";
import { searchKey } from "../../../warehouse/textKey.ts";
import { dayBefore, stillInForce } from "../../../warehouse/validity.ts";
import type { AreaRow, Areas, LandedArea } from "./areaColumns.ts";

/** What a row of the file comes to. */
export interface Verdict {
  readonly row: LandedArea;
  readonly rule: string;
  readonly detail: string;
}

const codeDigits: Readonly<Record<string, number>> = { nation: 0, province: 2, district: 3, commune: 5 };

const areaName = (text: string) => {
  try {
    return parseAreaName(text);
  } catch {
    return undefined;
  }
};

const unknownMember = (parent: AreaRow, level: "province" | "commune"): AreaRow => ({
  ...parent,
  level,
  area_code: level === "province" || parent.level === "nation" ? "?" : `${parent.area_code}?`,
  name: unknownName,
  full_name: unknownName,
  type: "",
  province_code: parent.level === "nation" ? "?" : parent.area_code,
  district_code: "",
  parent_code: level === "province" || parent.level !== "nation" ? parent.area_code : "?",
  search_key: searchKey(unknownName),
  is_unknown: true,
});

/**
 * Adds the file's units to what is known, in order of level. A unit that gets another name, type or parent keeps its code:
 * its period ends on the day before the new one starts. A nation row of a structure not known declares that structure, from
 * its first day on. `known` is changed; rows that cannot be taken in come back as rejects, the others as what they change.
 */
export const planUnits = (known: Areas, rows: readonly LandedArea[], source: string): Verdict[] => {
  const verdicts: Verdict[] = [];
  const add = (row: LandedArea, rule: string, detail = ""): void => {
    verdicts.push({ row, rule, detail });
  };
  const key = (structure: number, level: string, code: string): string => `${structure} ${level} ${code}`;
  const periods = new Map<string, AreaRow[]>();
  const put = (area: AreaRow): void => {
    const own = key(area.structure_code, area.level, area.area_code);
    periods.set(own, [...(periods.get(own) ?? []).filter((each) => each.valid_from !== area.valid_from), area]);
  };
  for (const area of known.areas) put(area);
  const order = new Map<string, number>(areaLevels.map((level, index) => [level, index]));
  const rank = (row: LandedArea): number => order.get(row.level) ?? -1;
  const seen = new Set<string>();

  for (const row of rows.toSorted((one, other) => rank(one) - rank(other) || one.row_number - other.row_number)) {
    const level = areaLevels.find((each) => each === row.level);
    const structureCode = Number(row.structure_code);
    if (level === undefined) {
      add(row, "level_unknown");
      continue;
    }
    const structure = known.structures.find((each) => each.structure_code === structureCode);
    if (level === "nation") {
      if (!(structureCode > 0 && structureCode < 1000) || structure !== undefined)
        add(row, structure ? "duplicate_row" : "structure_unknown");
      else if (row.valid_from_day === "1970-01-01") add(row, "date_invalid");
      else {
        declareStructure(known, structureCode, row, put, source);
        add(row, "unit_new");
      }
      continue;
    }
    if (structure === undefined) {
      add(row, "structure_unknown");
      continue;
    }
    if (!/^\d+$/.test(row.area_code) || row.area_code.length !== codeDigits[level]) {
      add(row, "code_invalid");
      continue;
    }
    const name = areaName(row.full_name);
    if (name === undefined) {
      add(row, "name_invalid");
      continue;
    }
    const from = row.valid_from === "" ? structure.valid_from : row.valid_from_day;
    if (from < structure.valid_from || from > structure.valid_to) {
      add(row, "date_invalid");
      continue;
    }
    const parentLevel = level === "province" ? "nation" : row.parent_code.length === 3 ? "district" : "province";
    const parentCode = level === "province" ? nationCode : row.parent_code;
    const parent = periods.get(key(structureCode, parentLevel, parentCode))?.at(-1);
    if (parent === undefined || (level === "district" && parentLevel !== "province")) {
      add(row, "parent_unknown");
      continue;
    }
    const own = key(structureCode, level, row.area_code);
    if (seen.has(`${own} ${from}`)) {
      add(row, "duplicate_row");
      continue;
    }
    seen.add(`${own} ${from}`);
    const area: AreaRow = {
      structure_code: structureCode,
      level,
      area_code: row.area_code,
      valid_from: from,
      valid_to: structure.valid_to,
      name: name.name,
      full_name: name.fullName,
      type: name.type,
      province_code: level === "province" ? row.area_code : parent.province_code,
      district_code: level === "district" ? row.area_code : level === "commune" ? parent.district_code : "",
      parent_code: parentCode,
      search_key: searchKey(name.fullName),
      is_unknown: false,
      source,
    };
    const earlier = periods.get(own);
    const inForce = earlier?.find((each) => each.valid_from <= from && each.valid_to >= from);
    if (earlier === undefined) {
      add(row, "unit_new");
      put(area);
      if (level === "province") put(unknownMember(area, "commune"));
      continue;
    }
    const same =
      inForce !== undefined && inForce.full_name === area.full_name && inForce.parent_code === area.parent_code;
    if (same) continue;
    add(row, "unit_renamed", inForce?.full_name ?? "");
    if (inForce !== undefined && inForce.valid_from < from) put({ ...inForce, valid_to: dayBefore(from), source });
    put({ ...area, valid_to: inForce?.valid_to ?? area.valid_to });
  }
  known.areas = [...periods.values()].flat();
  return verdicts;
};

/** The structure in force until then ends on the day before. */
const declareStructure = (
  known: Areas,
  structureCode: number,
  row: LandedArea,
  put: (area: AreaRow) => void,
  source: string,
): void => {
  const from = row.valid_from_day;
  known.structures = known.structures.map((each) =>
    each.valid_from < from && each.valid_to >= from ? { ...each, valid_to: dayBefore(from) } : each,
  );
  known.structures.push({
    structure_code: structureCode,
    name_vi: row.full_name === "" ? `Địa giới từ ${from} (${structureCode} tỉnh, thành phố)` : row.full_name,
    name_en: `Boundaries since ${from} (${structureCode} provinces)`,
    valid_from: from,
    valid_to: stillInForce,
  });
  const nation: AreaRow = {
    structure_code: structureCode,
    level: "nation",
    area_code: nationCode,
    valid_from: from,
    valid_to: stillInForce,
    name: "Việt Nam",
    full_name: "Việt Nam",
    type: "",
    province_code: "",
    district_code: "",
    parent_code: "",
    search_key: searchKey("Việt Nam"),
    is_unknown: false,
    source,
  };
  put(nation);
  put(unknownMember(nation, "province"));
  put(unknownMember(nation, "commune"));
};
