import { z } from "zod";
import type { Side } from "../areas/areaDimension.ts";
import type { Area, AreaIndex, Level } from "../areas/areaIndex.ts";
import type { Successor } from "../areas/readSuccessors.ts";
import type { OwnArea } from "./access.ts";

/** A province given to an account, in the structure that it is of. */
export const grantedArea = z.strictObject({ structure: z.number().int(), code: z.string().regex(/^\d{2}$/) });
export type GrantedArea = z.infer<typeof grantedArea>;

const keyOf = (structure: number, code: string): OwnArea => `${structure}/${code}`;

/**
 * The provinces whose detail belongs to an account: those given to it, and of today's the provinces of before that are part of them.
 * Who has a province of before keeps that one alone: what it merged with is another's.
 */
export const ownAreas = (
  areas: readonly GrantedArea[],
  { currentStructure }: Pick<AreaIndex, "currentStructure">,
  successors: readonly Successor[],
): OwnArea[] => {
  const given = new Set(areas.map(({ structure, code }) => keyOf(structure, code)));
  const merged = successors.filter(({ successor }) => given.has(keyOf(currentStructure, successor)));
  return [...new Set([...given, ...merged.map(({ structure, code }) => keyOf(structure, code))])].sort();
};

const provinceOf = (area: Area): Area | undefined => {
  let at: Area | undefined = area;
  while (at !== undefined && at.level !== "province") at = at.parent;
  return at;
};

/** Whether a unit lies in an own province, or is one. */
export const isOfOwn = (own: readonly OwnArea[], unit: Area): boolean => {
  const province = provinceOf(unit);
  return province !== undefined && own.includes(keyOf(province.structure, province.code));
};

/** Whether a code is that of a unit in an own province, in every structure that has a unit of this code where the side does not say which. */
export const isOwnUnit = (
  own: readonly OwnArea[],
  { side, level, code }: { readonly side: Side; readonly level: Level; readonly code: string },
  index: AreaIndex,
): boolean => {
  const structures = side === "now" ? [index.currentStructure] : index.structures;
  const units = structures.flatMap((structure) => index.get(structure, level, code) ?? []);
  return units.length > 0 && units.every((unit) => isOfOwn(own, unit));
};
