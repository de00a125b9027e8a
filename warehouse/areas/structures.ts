import { dayBefore, stillInForce } from "../validity.ts";

export interface Structure {
  structure_code: number;
  name_vi: string;
  name_en: string;
  valid_from: string;
  valid_to: string;
}

/** Resolution 202/2025/QH15 replaced 63 provinces, districts and communes by 34 provinces and communes. */
const mergedOn = "2025-07-01";

/** The structure before the merger, in force since Hà Tây joined Hà Nội (Resolution 15/2008/QH12). */
export const oldStructure: Structure = {
  structure_code: 63,
  name_vi: "Địa giới đến 30/06/2025 (63 tỉnh, thành phố)",
  name_en: "Boundaries until 30 June 2025 (63 provinces)",
  valid_from: "2008-08-01",
  valid_to: dayBefore(mergedOn),
};

/** The structure since the merger. */
export const newStructure: Structure = {
  structure_code: 34,
  name_vi: "Địa giới từ 01/07/2025 (34 tỉnh, thành phố)",
  name_en: "Boundaries since 1 July 2025 (34 provinces)",
  valid_from: mergedOn,
  valid_to: stillInForce,
};

/** The structures that ship with the product; mart.dim_structures has those that files declared too, and is what to ask about a day. */
export const structures: readonly Structure[] = [oldStructure, newStructure];

/** SQL: the code of the structure in force on a day (SQL, a Date); 0 before the first. */
export const structureOnSql = (day: string): string =>
  `arrayLast(each -> each.1 <= ${day}, (SELECT arraySort(groupArray((valid_from, structure_code))) FROM mart.dim_structures FINAL)).2`;
