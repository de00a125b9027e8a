import type { CleanseContext, CleanseResult, Job } from "../../job.ts";
import { repeatedRowRules } from "../cleanseRows.ts";
import { withoutCondition } from "../rowRule.ts";
import { countRows, writtenFacts } from "../writtenFacts.ts";
import { deriveTotals } from "./deriveTotals.ts";
import { listPopulationFindings } from "./listPopulationFindings.ts";
import { populationColumns } from "./populationColumns.ts";
import { communesSumRule, jumpRule, populationRowRules, sumRules, totalMissingRule } from "./populationRules.ts";
import { populationTables, readPopulation } from "./readPopulation.ts";
import { readPopulationShape } from "./readPopulationShape.ts";

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const { warehouse, signal } = context;
  const { judged, groups } = populationTables(context);
  const params = await readPopulation(context);
  await deriveTotals(context, params);
  await listPopulationFindings(context, params);
  await warehouse.command(
    `INSERT INTO mart.fct_population_groups (load_id, place_key, area_level, year, sex, age_group, residence, population)
     SELECT {load_id:UInt64}, place_key, area_level, year, sex, age_group, residence, population FROM ${groups}`,
    { params, signal },
  );
  await warehouse.command(
    `INSERT INTO mart.fct_populations (load_id, place_key, year, population, population_18_plus)
     SELECT {load_id:UInt64}, place_key, year, population, adults FROM ${groups}
     WHERE area_level = 'province' AND sex = 'all' AND age_group = 'all' AND residence = 'all'`,
    { params, signal },
  );
  const years = ["makeDate(year, 1, 1)", "least(makeDate(year, 1, 1), {as_of:Date})"] as const;
  return {
    acceptedCount: await countRows(context, `${judged} WHERE empty(rejects)`),
    ...(await writtenFacts(context, "mart.fct_population_groups", years)),
  };
};

/**
 * Population of provinces and communes by year, sex, age and residence: our own format, the vaccination platform's file, the
 * General Statistics Office's tables, and the lists of units of 1 July 2025, each as it is. A whole that is not given is the sum
 * of its parts where they are all there.
 */
export const populationJob: Job = {
  name: "population",
  columns: populationColumns,
  anyOf: [["province_code", "province_name", "commune_code"]],
  rules: [
    ...[...populationRowRules, ...repeatedRowRules].map(withoutCondition),
    ...Object.values(sumRules),
    communesSumRule,
    totalMissingRule,
    jumpRule,
  ],
  readShape: readPopulationShape,
  cleanse,
};
