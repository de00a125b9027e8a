import { z } from "zod";
import { type AreaLevel, areaLevels } from "../../../warehouse/areas/areaLevels.ts";
import { plainText } from "../../../warehouse/textKey.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { freshRead } from "../question/freshRead.ts";

export const levels = areaLevels;
export type Level = AreaLevel;

const areaRow = z.object({
  structure_code: z.number(),
  level: z.enum(levels),
  area_code: z.string(),
  name: z.string(),
  full_name: z.string(),
  type: z.string(),
  parent_code: z.string(),
  search_key: z.string(),
  is_unknown: z.boolean(),
});
const signature = z.object({ signature: z.string() });

export interface Area {
  structure: number;
  level: Level;
  code: string;
  name: string;
  fullName: string;
  type: string;
  isUnknown: boolean;
  parent: Area | undefined;
  children: Area[];
  /** Full name and name without type, lower case, without tone marks. */
  searchKey: string;
  nameKey: string;
  /** Words of its own name, and of the names of what it lies in, the nation left out. */
  words: readonly string[];
  wordsAbove: readonly string[];
}

export interface AreaIndex {
  areas: readonly Area[];
  /** The newest structure, whose units the dimensions `now_…` name. */
  currentStructure: number;
  /** Every structure that has units. */
  structures: readonly number[];
  get(structure: number, level: Level, code: string): Area | undefined;
}

/** Lower case, without tone marks, single spaces: as readers type. */
export const toSearchKey = (text: string): string =>
  plainText(text)
    .replace(/[^\p{L}\p{N}?]+/gu, " ")
    .trim();

const keyOf = (structure: number, level: Level, code: string): string => `${structure}/${level}/${code}`;

const parentLevels = (level: Level): readonly Level[] => levels.slice(0, levels.indexOf(level)).reverse();

/** Links the rows of dim_areas into trees, one per structure. */
export const buildAreaIndex = (rows: readonly z.infer<typeof areaRow>[], currentStructure: number): AreaIndex => {
  const byKey = new Map<string, Area>();
  const parentCodes = new Map<Area, string>();
  for (const row of rows) {
    const searchKey = toSearchKey(row.search_key || row.full_name);
    const area: Area = {
      structure: row.structure_code,
      level: row.level,
      code: row.area_code,
      name: row.name,
      fullName: row.full_name,
      type: row.type,
      isUnknown: row.is_unknown,
      parent: undefined,
      children: [],
      searchKey,
      nameKey: toSearchKey(row.name),
      words: searchKey.split(" "),
      wordsAbove: [],
    };
    byKey.set(keyOf(area.structure, area.level, area.code), area);
    parentCodes.set(area, row.parent_code);
  }
  const get = (structure: number, level: Level, code: string): Area | undefined =>
    byKey.get(keyOf(structure, level, code));
  for (const [area, parentCode] of parentCodes) {
    area.parent = parentLevels(area.level)
      .map((level) => get(area.structure, level, parentCode))
      .find((found) => found !== undefined);
    area.parent?.children.push(area);
  }
  // Parents come before their children: rows are ordered by level.
  for (const area of byKey.values()) {
    const { parent } = area;
    if (parent !== undefined && parent.level !== "nation") area.wordsAbove = [...parent.words, ...parent.wordsAbove];
  }
  const structures = [...new Set(rows.map(({ structure_code }) => structure_code))];
  return { areas: [...byKey.values()], currentStructure, structures, get };
};

/** Names in force today; those of a structure that has ended, as they were last. */
const readRows = (warehouse: Warehouse): Promise<z.infer<typeof areaRow>[]> =>
  warehouse.query(
    `SELECT structure_code, level, area_code, name, full_name, toString(type) AS type, parent_code, search_key, is_unknown
     FROM mart.dim_areas FINAL
     WHERE valid_from <= today()
     ORDER BY structure_code, level, area_code, valid_from DESC
     LIMIT 1 BY structure_code, level, area_code`,
    { schema: areaRow },
  );

const readCurrentStructure = async (warehouse: Warehouse): Promise<number> => {
  const [row] = await warehouse.query(
    "SELECT argMax(structure_code, valid_from) AS code FROM mart.dim_structures FINAL",
    { schema: z.object({ code: z.number() }) },
  );
  return row?.code ?? 0;
};

const readSignature = async (warehouse: Warehouse): Promise<string> => {
  const [row] = await warehouse.query(
    `SELECT concat(toString(today()), toString(groupBitXor(cityHash64(name, modification_time)))) AS signature
     FROM system.parts WHERE database = 'mart' AND table = 'dim_areas' AND active`,
    { schema: signature },
  );
  return row?.signature ?? "";
};

/** The index of all units, read again only when the table of units has changed. */
export const areaIndexReader = (warehouse: Warehouse, checkMilliseconds = 2000): (() => Promise<AreaIndex>) => {
  let known: { signature: string; index: AreaIndex; checked: number } | undefined;
  const read = freshRead(async () => {
    const now = await readSignature(warehouse);
    if (known?.signature !== now) {
      const [rows, current] = await Promise.all([readRows(warehouse), readCurrentStructure(warehouse)]);
      known = { signature: now, index: buildAreaIndex(rows, current), checked: 0 };
    }
    known.checked = performance.now();
    return known.index;
  });
  return async () => {
    if (known !== undefined && performance.now() - known.checked < checkMilliseconds) return known.index;
    return read();
  };
};
