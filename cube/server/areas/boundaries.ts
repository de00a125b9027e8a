import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";

const unit = z.object({
  code: z.string(),
  path: z.string(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

export interface BoundariesOf {
  structure: number;
  level: string;
  province: string;
}

/**
 * Outlines of a province's units of one level, from the newest load that has each: SVG paths on one grid for the whole country, and
 * `box`, their left, upper, right and lower edges. None where no boundaries are loaded.
 */
export const readBoundaries = async (warehouse: Warehouse, { structure, level, province }: BoundariesOf) => ({
  units: await warehouse.query(
    `SELECT area_code AS code, outline AS path, (min_x, min_y, max_x, max_y) AS box FROM mart.dim_boundaries
     WHERE load_id IN (SELECT load_id FROM mart.current_loads)
       AND structure_code = {structure:UInt16} AND level = {level:String} AND province_code = {province:String}
     ORDER BY area_code, load_id DESC LIMIT 1 BY area_code`,
    { params: { structure, level, province }, schema: unit },
  ),
});
