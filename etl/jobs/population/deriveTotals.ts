import { isPlaceKnownTo, placeKeySql, structureOfPlaceSql } from "../../../warehouse/areas/placeKey.ts";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { agesOf, areAllAges } from "./populationGroups.ts";
import { populationTables } from "./readPopulation.ts";

/** Each dimension of a group, and when its parts (of rows of one place and year, alike in the other two) are all there. */
export const dimensions = [
  { name: "sex", areComplete: "countIf(sex = 'male') = 1 AND countIf(sex = 'female') = 1" },
  { name: "age_group", areComplete: areAllAges(`groupArrayIf(${agesOf("age_group")}, age_group != 'all')`) },
  { name: "residence", areComplete: "countIf(residence = 'urban') = 1 AND countIf(residence = 'rural') = 1" },
] as const;

/** SQL: columns of a group but one. */
export const otherColumns = (name: string): string =>
  ["place_key", "area_level", "year", "sex", "age_group", "residence"].filter((column) => column !== name).join(", ");

/** SQL: a row of `groups` is of one place. Communes that no list knows stand together, some with groups, some without. */
export const isOnePlace = `(area_level = 'province' OR ${isPlaceKnownTo("commune", "place_key")})`;

/** SQL: communes of each province (structure, province, communes). */
export const communesOfProvinces = `
  SELECT structure_code AS structure, province_code AS province, uniqExact(area_code) AS communes
  FROM mart.dim_areas FINAL WHERE level = 'commune' AND NOT is_unknown GROUP BY structure, province`;

/** SQL: sums of communes by province, year and group, with how many communes gave it (structure, province, …, told, people). */
export const sumsOfCommunes = (groups: string): string => `
  SELECT ${structureOfPlaceSql("place_key")} AS structure, dictGet('mart.places', 'then_province_code', toUInt64(place_key)) AS province,
    year, sex, age_group, residence, uniqExactIf(place_key, ${isPlaceKnownTo("commune", "place_key")}) AS told, sum(population) AS people
  FROM ${groups} WHERE area_level = 'commune' GROUP BY structure, province, year, sex, age_group, residence`;

/**
 * Fills the table `groups` with the accepted rows, and with sums where a whole is not given: of both sexes, of all ages, of both
 * kinds of residence, and of all communes of a province of which no figure of its own is known, here or in another batch. Nothing is added up that lacks a part.
 */
export const deriveTotals = async (context: CleanseContext, params: Parameters): Promise<void> => {
  const { judged, groups } = populationTables(context);
  const run = (sql: string): Promise<unknown> => context.warehouse.command(sql, { params, signal: context.signal });
  await run(`CREATE TABLE ${groups} ENGINE = MergeTree ORDER BY tuple() AS
    SELECT place_key, area_level, toUInt16(own.year) AS year, sex, age_group, residence, toUInt64(sum(people)) AS population,
      toUInt64(max(greatest(adults, 0))) AS adults, max(rounding) AS rounding, min((file_number, row_number)) AS row
    FROM ${judged} AS own WHERE empty(rejects) AND people >= 0
    GROUP BY place_key, area_level, year, sex, age_group, residence`);
  const columns = "(place_key, area_level, year, sex, age_group, residence, population)";
  for (const { name, areComplete } of dimensions) {
    const values = ["place_key", "area_level", "year", "sex", "age_group", "residence"].map((column) =>
      column === name ? "'all'" : column,
    );
    await run(`INSERT INTO ${groups} ${columns}
      SELECT ${values.join(", ")}, sum(population) FROM ${groups} WHERE ${isOnePlace}
      GROUP BY ${otherColumns(name)} HAVING countIf(${name} = 'all') = 0 AND ${areComplete}`);
  }
  await run(`INSERT INTO ${groups} ${columns}
    SELECT ${placeKeySql("structure", "province", "toUInt32OrZero(province)")} AS province_place, 'province', year, sex, age_group, residence, people
    FROM (${sumsOfCommunes(groups)}) AS sums
    INNER JOIN (${communesOfProvinces}) AS known USING (structure, province)
    WHERE told = communes AND (province_place, year) NOT IN (SELECT place_key, year FROM ${groups} WHERE area_level = 'province')
      AND (province_place, year) NOT IN (
        SELECT place_key, fact.year FROM mart.fct_population_groups AS fact
        WHERE load_id IN {other_loads:Array(UInt64)} AND area_level = 'province')`);
};
