import { z } from "zod";
import { isPlaceKnownTo } from "../../../warehouse/areas/placeKey.ts";
import { nameKeyOf } from "../../../warehouse/textKey.ts";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { currentLoads } from "../../publication/currentLoads.ts";
import { repeatedRowRules } from "../cleanseRows.ts";
import { countOf } from "../countOf.ts";
import { placeOfRow } from "../places/placeOfRow.ts";
import { ageGroupOf, residenceOf, sexOf } from "./populationGroups.ts";
import { populationRowRules } from "./populationRules.ts";

/** Tables of a run of the job, in database `landing`. */
export const populationTables = ({ landingPrefix }: Pick<CleanseContext, "landingPrefix">) => ({
  read: `${landingPrefix}read`,
  judged: `${landingPrefix}judged`,
  groups: `${landingPrefix}groups`,
});

const structure = z.object({ code: z.number(), start: z.string() });

const codesOf = (rules: typeof populationRowRules, severity: "reject" | "finding"): string =>
  `arrayFilter(code -> code != '', [${rules
    .filter((rule) => rule.severity === severity)
    .map(({ code, condition }) => `if(${condition}, '${code}', '')`)
    .concat("''")
    .join(", ")}])`;

/**
 * SQL: the structure that a row's unit belongs to: the one it names, else the one in force on 1 January of its year. The search
 * for the place is given it in either case, so that a unit is not looked up in another structure: each is summed by itself.
 */
const structureOfRow = async ({ warehouse, signal }: Pick<CleanseContext, "warehouse" | "signal">): Promise<string> => {
  const structures = await warehouse.query(
    "SELECT structure_code AS code, toString(valid_from) AS start FROM mart.dim_structures FINAL ORDER BY valid_from DESC",
    { schema: structure, signal },
  );
  const byYear = structures.map(
    ({ code, start }) => `makeDate(greatest(toUInt16OrZero(trimBoth(year)), 1970), 1, 1) >= '${start}', '${code}'`,
  );
  return `if(trimBoth(structure_code) != '', trimBoth(structure_code), multiIf(${byYear.join(", ")}, '${structures.at(-1)?.code}'))`;
};

/**
 * Judges every row by itself and beside those of the same group, writes the verdicts, and creates the table
 * `judged`: of each row its place, year, group, figures, and `rejects`, the rules for which it is left out.
 * @returns parameters of statements over what was read
 */
export const readPopulation = async (context: CleanseContext): Promise<Parameters> => {
  const { warehouse, landingTable, verdictsTable, signal } = context;
  const { read, judged } = populationTables(context);
  const structureCode = await structureOfRow(context);
  const place = await placeOfRow(context, {
    communeCode: "commune_code",
    communeName: "commune_name",
    provinceCode: "province_code",
    provinceName: "province_name",
    structureCode,
  });
  const others = await currentLoads(context, "population", { withoutOwnBatch: true });
  const params: Parameters = {
    ...place.params,
    as_of: context.asOf,
    load_id: context.loadId,
    other_loads: [0, ...others],
  };
  const run = (sql: string): Promise<unknown> => warehouse.command(sql, { params, signal });
  await run(`CREATE TABLE ${read} ENGINE = MergeTree ORDER BY tuple() AS
    SELECT *, toInt32(if(match(year_text, '^20[0-9]{2}$'), toUInt16OrZero(year_text), 0)) AS year,
      sex = 'all' AND age_group = 'all' AND residence = 'all' AS is_whole
    FROM (
      SELECT file_number, row_number, trimBoth(source.year) AS year_text,
        toUInt16OrZero(${structureCode}) IN (SELECT structure_code FROM mart.dim_structures) AS is_structure_known,
        ${place.placeKey("toDate(0)")} AS place_key, ${place.isContradictory("toDate(0)")} AS is_contradictory,
        if(trimBoth(commune_code) != '' OR trimBoth(commune_name) != '', 'commune', 'province') AS area_level,
        concat(trimBoth(commune_code), ' ', ${nameKeyOf("commune_name")}) AS commune_told,
        ${sexOf("source.sex")} AS sex, ${ageGroupOf("source.age_group")} AS age_group, ${residenceOf("source.residence")} AS residence,
        ${countOf("source.population")} AS people, ${countOf("population_18_plus")} AS adults,
        toUInt32(greatest(${countOf("rounded_to")}, 0)) AS rounding
      FROM ${landingTable} AS source
    )`);
  // Communes that no list knows share one place, and are kept apart by what the rows call them.
  await run(`CREATE TABLE ${judged} ENGINE = MergeTree ORDER BY tuple() AS
    SELECT *, if(is_sound, ${codesOf(repeatedRowRules, "reject")}, alone) AS rejects
    FROM (
      SELECT *, cityHash64(people, adults) AS content, row_number() OVER same AS nth, first_value(content) OVER same AS first_content
      FROM (
        SELECT *, ${codesOf(populationRowRules, "reject")} AS alone, ${codesOf(populationRowRules, "finding")} AS findings,
          empty(alone) AND people >= 0 AS is_sound
        FROM ${read}
      )
      WINDOW same AS (
        PARTITION BY is_sound, place_key, area_level, if(${isPlaceKnownTo("commune", "place_key")}, '', commune_told), year, sex, age_group, residence
        ORDER BY file_number, row_number)
    )`);
  await run(`INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
    SELECT file_number, row_number, arrayJoin(arrayConcat(rejects, findings)), place_key, '' FROM ${judged}`);
  return params;
};
