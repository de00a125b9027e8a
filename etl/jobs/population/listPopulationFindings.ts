import { provinceCodeOfPlace, structureOfPlaceSql } from "../../../warehouse/areas/placeKey.ts";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { communesOfProvinces, dimensions, isOnePlace, otherColumns, sumsOfCommunes } from "./deriveTotals.ts";
import { communesSumRule, jumpRule, sumRules, totalMissingRule } from "./populationRules.ts";
import { populationTables } from "./readPopulation.ts";

/** SQL: a difference as text, with its sign. */
const signed = (number: string): string => `concat(if(${number} > 0, '+', ''), toString(${number}))`;

/** Change against the year before above which it is listed. */
const jumpShare = 0.2;

/** Lists what is odd about the accepted figures beside each other and beside those of other batches. */
export const listPopulationFindings = async (context: CleanseContext, params: Parameters): Promise<void> => {
  const { warehouse, verdictsTable, signal } = context;
  const { groups } = populationTables(context);
  const run = (sql: string): Promise<unknown> =>
    warehouse.command(`INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail) ${sql}`, {
      params,
      signal,
    });

  // Rounded parts may miss the rounded whole by half the rounding for each figure.
  for (const { name, areComplete } of dimensions) {
    const difference = `sumIf(toInt64(population), ${name} != 'all') - sumIf(toInt64(population), ${name} = 'all')`;
    await run(`SELECT whole.1, whole.2, '${sumRules[name].code}', place_key, ${signed("difference")}
      FROM (
        SELECT place_key, ${difference} AS difference, anyIf(row, ${name} = 'all') AS whole
        FROM ${groups} WHERE ${isOnePlace}
        GROUP BY ${otherColumns(name)}
        HAVING countIf(${name} = 'all') = 1 AND ${areComplete} AND whole.1 > 0 AND abs(difference) > max(rounding) * count() / 2
      )`);
  }
  await run(`SELECT row.1, row.2, '${communesSumRule.code}', place_key, ${signed("difference")}
    FROM (
      SELECT row, place_key, toInt64(people) - toInt64(population) AS difference
      FROM (SELECT *, ${structureOfPlaceSql("place_key")} AS structure, ${provinceCodeOfPlace("place_key")} AS province FROM ${groups}
        WHERE area_level = 'province' AND row.1 > 0) AS own
      INNER JOIN (${sumsOfCommunes(groups)}) AS sums USING (structure, province, year, sex, age_group, residence)
      INNER JOIN (${communesOfProvinces}) AS known USING (structure, province)
      WHERE told = communes
    ) WHERE difference != 0`);
  await run(`SELECT first.1, first.2, '${totalMissingRule.code}', place_key, toString(year)
    FROM (
      SELECT place_key, year, minIf(row, row.1 > 0) AS first FROM ${groups} WHERE ${isOnePlace} GROUP BY place_key, area_level, year
      HAVING countIf(sex = 'all' AND age_group = 'all' AND residence = 'all') = 0
    )`);
  await run(`SELECT row.1, row.2, '${jumpRule.code}', place_key,
      concat(toString(year - 1), ': ', toString(before), ' → ', toString(year), ': ', toString(population))
    FROM (
      SELECT own.row AS row, place_key, year, own.population AS population,
        if(in_batch.population > 0, in_batch.population, elsewhere.population) AS before
      FROM ${groups} AS own
      LEFT JOIN (SELECT * REPLACE (toUInt16(year + 1) AS year) FROM ${groups}) AS in_batch
        USING (place_key, area_level, year, sex, age_group, residence)
      LEFT JOIN (
        SELECT place_key, toString(fact.area_level) AS area_level, toUInt16(fact.year + 1) AS year, toString(fact.sex) AS sex,
          toString(fact.age_group) AS age_group, toString(fact.residence) AS residence,
          argMax(fact.population, publication.publication_number) AS population
        FROM mart.fct_population_groups AS fact
        INNER JOIN ops.publications AS publication ON publication.load_id = fact.load_id
        WHERE fact.load_id IN {other_loads:Array(UInt64)}
        GROUP BY ALL
      ) AS elsewhere USING (place_key, area_level, year, sex, age_group, residence)
      WHERE ${isOnePlace} AND own.row.1 > 0
    )
    WHERE before > 0 AND abs(toInt64(population) - toInt64(before)) > before * ${jumpShare}`);
};
