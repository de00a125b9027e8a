import { z } from "zod";
import { placeKeyOf } from "../../warehouse/areas/placeKey.ts";
import type { Parameters } from "../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../job.ts";
import { codeTextOf } from "./codeTextOf.ts";
import { matchProvinceNames, readProvinces } from "./matchProvinces.ts";

/** SQL and its parameters that turn the landing columns province_code and province_name into a place. */
export interface ProvinceOfRow {
  readonly params: Parameters;
  /** UInt32: the unknown member of the province in the structure of that day; 0 if the row names none. */
  readonly placeKey: (day: string) => string;
}

const named = z.object({ name: z.string() });
const unit = z.object({ code: z.string(), name: z.string() });

/**
 * A province's report counts at the unknown member of the province, in the structure in force on its day. A code counts
 * before a name: names have spellings. Rows without a day (`undated`, SQL over the landing table) are of the structure that
 * has most of their provinces: the day that the command gives for them says when they were known, not which provinces they count.
 */
export const provinceOfRow = async (
  context: Pick<CleanseContext, "warehouse" | "landingTable" | "signal" | "asOf">,
  { undated }: { readonly undated?: string } = {},
): Promise<ProvinceOfRow> => {
  const { warehouse, landingTable, signal } = context;
  const names = await warehouse.query(`SELECT DISTINCT province_name AS name FROM ${landingTable} WHERE name != ''`, {
    schema: named,
    signal,
  });
  const provinces = await readProvinces(warehouse);
  const structures = [...new Map(provinces.map((each) => [each.structureCode, each])).values()].toSorted((one, other) =>
    one.validFrom.localeCompare(other.validFrom),
  );
  const places = new Map<string, number>();
  for (const { structureCode } of structures) {
    const own = provinces.filter((each) => each.structureCode === structureCode);
    const placeOf = (code: string): number => placeKeyOf(structureCode, "province", code);
    for (const { code } of own) places.set(`${structureCode} ${code}`, placeOf(code));
    const spellings = matchProvinceNames(
      names.map((each) => each.name),
      own,
    );
    for (const [name, code] of spellings) places.set(`${structureCode} name ${name}`, placeOf(code));
  }
  const told = codeTextOf("province_code");
  const rows =
    undated === undefined
      ? []
      : await warehouse.query(
          `SELECT DISTINCT ${told} AS code, province_name AS name FROM ${landingTable} WHERE ${undated}`,
          { schema: unit, signal },
        );
  const knownIn = (structureCode: number): number =>
    rows.filter(({ code, name }) =>
      places.has(`${structureCode} ${code === "" ? `name ${name}` : code.padStart(2, "0")}`),
    ).length;
  const inForce = structures.findLast(({ validFrom }) => validFrom <= context.asOf);
  const ofUndated = structures.toSorted(
    (one, other) =>
      knownIn(other.structureCode) - knownIn(one.structureCode) || Number(other === inForce) - Number(one === inForce),
  )[0];
  const structureOn = (day: string): string =>
    `arrayLast((each_code, each_start) -> each_start <= ${day}, {structure_codes:Array(UInt16)}, {structure_starts:Array(Date)})`;
  const structureOf = (day: string): string =>
    undated === undefined ? structureOn(day) : `if(${undated}, {undated_structure:UInt16}, ${structureOn(day)})`;
  // leftPad would shorten a longer code to another province's.
  const code = `if(length(${told}) > 2, ${told}, leftPad(${told}, 2, '0'))`;
  return {
    params: {
      structure_codes: structures.map((each) => each.structureCode),
      structure_starts: structures.map((each) => each.validFrom),
      place_names: [...places.keys()],
      place_keys: [...places.values()],
      undated_structure: ofUndated?.structureCode ?? 0,
    },
    placeKey: (day) =>
      `transform(concat(toString(${structureOf(day)}), if(${told} = '', concat(' name ', province_name), concat(' ', ${code}))),
        {place_names:Array(String)}, {place_keys:Array(UInt32)}, toUInt32(0))`,
  };
};
