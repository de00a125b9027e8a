import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";

const successor = z.object({ structure: z.number(), code: z.string(), successor: z.string() });
export type Successor = z.infer<typeof successor>;

/**
 * The province of today that each province of an earlier structure belongs to. What is known only for a province has a place
 * of its own, below the province, in both structures.
 */
export const readSuccessors = (warehouse: Warehouse): Promise<Successor[]> =>
  warehouse.query(
    `SELECT structure_code AS structure, then_province_code AS code, now_province_code AS successor
     FROM mart.dim_places FINAL
     WHERE then_commune_code = concat(then_province_code, '?') AND then_province_code NOT IN ('', '?')
       AND now_province_code NOT IN ('', '?')
       AND structure_code != (SELECT argMax(structure_code, valid_from) FROM mart.dim_structures FINAL)
     ORDER BY structure, code`,
    { schema: successor },
  );
