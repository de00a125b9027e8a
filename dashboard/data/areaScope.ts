import type { AreaLevel, AreaRef } from "../url/areaRef.ts";
import type { Structure } from "./fetchAreas.ts";
import type { CubeFilter } from "./loadCube.ts";
import { member } from "./readRow.ts";

const column = (structure: Structure, level: AreaLevel, part: "code" | "name") => `${structure}_${level}_${part}`;

/** Filters that keep the facts of one area. */
export function areaFilters(area: AreaRef, structure: Structure): CubeFilter[] {
  if (area.level === "nation") return [];
  return [{ member: member(column(structure, area.level, "code")), operator: "equals", values: [area.code] }];
}

/** Level below an area: no districts in the structure of today; null below a commune. */
export function childLevel(level: AreaLevel, structure: Structure): AreaLevel | null {
  if (level === "nation") return "province";
  if (level === "province") return structure === "then" ? "district" : "commune";
  return level === "district" ? "commune" : null;
}

/** Dimensions, code and name, that break an area down into the units directly below it. */
export function childColumns(
  area: AreaRef,
  structure: Structure,
): { code: string; name: string; level: AreaLevel } | null {
  const level = childLevel(area.level, structure);
  if (!level) return null;
  return { level, code: column(structure, level, "code"), name: column(structure, level, "name") };
}

/** Facts known only for the unit above hang under its unknown member, whose code ends in a question mark. */
export const isUnknownCode = (code: string) => code === "" || code.endsWith("?");
