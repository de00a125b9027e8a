import { z } from "zod";
import { oldStructure } from "../../../warehouse/areas/structures.ts";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { currentLoads } from "../../publication/currentLoads.ts";
import { campaignStart } from "../campaignStart.ts";
import type { StructurePeriod } from "./doseExpressions.ts";

/** The codes of provinces of birth in citizen numbers are those of the structure that the numbers were introduced in. */
const birthStructure = oldStructure.structure_code;

const structure = z.object({ code: z.number(), validFrom: z.string() });
const province = z.object({ code: z.number() });
const spelling = z.object({ spelling: z.string(), code: z.string() });

export interface DoseReference {
  readonly structures: readonly StructurePeriod[];
  /** Parameters of `doseSelect`. */
  readonly params: Parameters;
}

/** What the rules compare with, read once per run: small lists, passed as parameters. */
export const readDoseReference = async (context: CleanseContext): Promise<DoseReference> => {
  const { warehouse } = context;
  const structures = await warehouse.query(
    `SELECT structure_code AS code, toString(valid_from) AS validFrom FROM mart.dim_structures FINAL ORDER BY valid_from`,
    { schema: structure },
  );
  const provinces = await warehouse.query(
    `SELECT DISTINCT toUInt64(area_code) AS code FROM mart.dim_areas
     WHERE structure_code = {structure:UInt16} AND level = 'province' AND match(area_code, '^[0-9]+$')`,
    { params: { structure: birthStructure }, schema: province },
  );
  const spellings = await warehouse.query(
    `SELECT arrayJoin(arrayDistinct(arrayConcat([lowerUTF8(vaccine_code), lowerUTF8(name)], aliases))) AS spelling, vaccine_code AS code
     FROM mart.dim_vaccines FINAL ORDER BY spelling`,
    { schema: spelling },
  );
  const facilityLoads = await currentLoads(context, "facilities");
  return {
    structures,
    params: {
      k0: context.hashKey.k0,
      k1: context.hashKey.k1,
      load_id: context.loadId,
      as_of: context.asOf,
      campaign_start: campaignStart,
      birth_provinces: provinces.map(({ code }) => code),
      vaccine_names: spellings.map((each) => each.spelling),
      vaccine_codes: spellings.map((each) => each.code),
      has_facilities: facilityLoads.length > 0,
      facility_loads: facilityLoads,
    },
  };
};
