import { z } from "zod";
import { plainText } from "../../warehouse/textKey.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";

/** A province of one structure, as reports of its days name it. */
export interface Province {
  readonly structureCode: number;
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string;
}

const province = z.object({
  structureCode: z.number(),
  code: z.string(),
  name: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
});

/** Provinces of every structure, each with the days its structure is in force. */
export const readProvinces = (warehouse: Warehouse): Promise<Province[]> =>
  warehouse.query(
    `SELECT structure_code AS structureCode, area_code AS code, argMax(name, area.valid_from) AS name,
       toString(any(structure.valid_from)) AS validFrom, toString(any(structure.valid_to)) AS validTo
     FROM mart.dim_areas AS area FINAL
     INNER JOIN mart.dim_structures AS structure FINAL USING (structure_code)
     WHERE level = 'province' AND NOT is_unknown
     GROUP BY structureCode, code ORDER BY structureCode, code`,
    { schema: province },
  );

/** Letters and digits alone, without tone marks, type and the words other languages add. */
const nameKey = (name: string): string =>
  plainText(name)
    .replace(/^(tinh|thanh pho|tp\.?)\s+/, "")
    .replace(/\s+(city|province)$/, "")
    .replace(/[^a-z0-9]/g, "");

/** Spellings in use that are not the name itself: key to the key of the official name. */
const otherNames: Readonly<Record<string, string>> = {
  // The province was renamed on 2025-01-01; files of either time may use either name.
  hue: "thuathienhue",
  thuathienhue: "hue",
  tthue: "hue",
  hcm: "hochiminh",
  tphcm: "hochiminh",
  saigon: "hochiminh",
  brvt: "bariavungtau",
  vungtau: "bariavungtau",
  daclac: "daklak",
  daclak: "daklak",
  dacnong: "daknong",
  kontum: "kontum",
};

/** Codes of the provinces that names mean, in one structure; names that mean none are left out. */
export const matchProvinceNames = (names: readonly string[], provinces: readonly Province[]): Map<string, string> => {
  const byKey = new Map(provinces.map(({ name, code }) => [nameKey(name), code]));
  return new Map(
    names.flatMap((name) => {
      const key = nameKey(name);
      const code = byKey.get(key) ?? byKey.get(otherNames[key] ?? "");
      return code === undefined ? [] : [[name, code]];
    }),
  );
};
