import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { readProvinces } from "../matchProvinces.ts";
import { PlaceNames } from "./PlaceNames.ts";

export interface Structure {
  readonly code: number;
  readonly validFrom: string;
  readonly names: PlaceNames;
}

const structure = z.object({ code: z.number(), validFrom: z.string() });
const unit = z.object({
  structureCode: z.number(),
  level: z.enum(["province", "district", "commune"]),
  code: z.string(),
  fullName: z.string(),
  provinceCode: z.string(),
  districtCode: z.string(),
});

/** The structures, the earliest first, each with its units under every name they had. */
export const readPlaceNames = async (warehouse: Warehouse): Promise<Structure[]> => {
  const structures = await warehouse.query(
    "SELECT structure_code AS code, toString(valid_from) AS validFrom FROM mart.dim_structures FINAL ORDER BY valid_from",
    { schema: structure },
  );
  const units = await warehouse.query(
    `SELECT structure_code AS structureCode, level, area_code AS code, full_name AS fullName,
       province_code AS provinceCode, district_code AS districtCode
     FROM mart.dim_areas FINAL WHERE level != 'nation' AND NOT is_unknown`,
    { schema: unit },
  );
  const provinces = await readProvinces(warehouse);
  return structures.map((each) => ({ ...each, names: new PlaceNames(each.code, units, provinces) }));
};
