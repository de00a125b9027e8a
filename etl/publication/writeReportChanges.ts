import { structureOfPlaceSql } from "../../warehouse/areas/placeKey.ts";
import { loadsOf } from "./currentLoads.ts";
import type { Measure } from "./rollupColumns.ts";
import type { RollupDelta } from "./rollupDelta.ts";
import type { ChangesTable } from "./subjectChangesSql.ts";
import type { WrittenChanges } from "./writeSubjectChanges.ts";

/** Of several reports about the same thing the newest publication's counts, then the last in its load. */
const order = (side: "before" | "after"): string =>
  `transform(load_id, {${side}_loads:Array(UInt64)}, arrayEnumerate({${side}_loads:Array(UInt64)}), 0)`;

/** A province's report is cumulative: the change on a report's day is its value less the report's before it. */
const administeredChanges = (side: "before" | "after"): string => `
  SELECT place_key, report_date AS day,
    toInt64(doses) - lagInFrame(toInt64(doses), 1, 0) OVER (
      PARTITION BY place_key ORDER BY report_date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS doses_administered
  FROM (
    SELECT place_key, report_date, argMax(cumulative_doses, (${order(side)}, file_name, row_number)) AS doses
    FROM mart.fct_administered_reports
    WHERE load_id IN {${side}_loads:Array(UInt64)} AND dose_number = 0
    GROUP BY place_key, report_date
  )`;

/**
 * Population holds from 1 January of its year. Where one of the two figures was not published, the last one stays. From the first
 * year of which figures of a later structure's provinces are known, those of an earlier structure have none: nobody is counted twice.
 */
const populationChanges = (side: "before" | "after"): string => `
  SELECT place_key, makeDate(year, 1, 1) AS day,
    toInt64(total) - lagInFrame(toInt64(total), 1, 0) OVER years AS population,
    toInt64(known_adults) - lagInFrame(toInt64(known_adults), 1, 0) OVER years AS population_18_plus
  FROM (
    SELECT place_key, year, total,
      if(total = 0, 0, argMaxIf(adults, year, adults > 0) OVER (PARTITION BY place_key ORDER BY year)) AS known_adults
    FROM (
      WITH told AS (
        SELECT place_key, ${structureOfPlaceSql("place_key")} AS structure, year, argMax(population, ${order(side)}) AS total,
          argMax(population_18_plus, ${order(side)}) AS adults
        FROM mart.fct_populations
        WHERE load_id IN {${side}_loads:Array(UInt64)}
        GROUP BY place_key, year
      ),
      ended AS (
        SELECT earlier.structure_code AS structure, min(told.year) AS first_year_of_later
        FROM told
        INNER JOIN (SELECT structure_code, valid_from FROM mart.dim_structures FINAL) AS later ON later.structure_code = told.structure
        CROSS JOIN (SELECT structure_code, valid_from FROM mart.dim_structures FINAL) AS earlier
        WHERE earlier.valid_from < later.valid_from
        GROUP BY structure
      )
      SELECT place_key, year, total, adults FROM told LEFT JOIN ended USING (structure) WHERE first_year_of_later = 0 OR year < first_year_of_later
      UNION ALL
      SELECT DISTINCT place_key, first_year_of_later AS year, toUInt64(0) AS total, toUInt64(0) AS adults FROM told INNER JOIN ended USING (structure)
    )
  )
  WINDOW years AS (PARTITION BY place_key ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`;

interface ReportJob {
  readonly measures: readonly Measure[];
  readonly changes: (side: "before" | "after") => string;
}

const reportJobs: Readonly<Record<string, ReportJob>> = {
  administered: { measures: ["doses_administered"], changes: administeredChanges },
  population: { measures: ["population", "population_18_plus"], changes: populationChanges },
};

export const reportJobNames = Object.keys(reportJobs);

/** Writes what a load of provinces' reports changes. There are few, so both sides are always worked out whole. */
export const writeReportChanges = async (
  delta: Pick<RollupDelta, "warehouse" | "signal" | "loadId" | "job" | "before" | "after">,
  table: ChangesTable = "mart.agg_vaccination_by_day",
): Promise<WrittenChanges> => {
  const job = reportJobs[delta.job];
  if (job === undefined) throw new TypeError(`${delta.job} reports nothing that the rollup holds`);
  const { measures } = job;
  await delta.warehouse.command(
    `INSERT INTO ${table} (load_id, grain, place_key, day, ${measures.join(", ")})
     SELECT {load_id:UInt64}, 'detail', place_key, day, ${measures.map((name) => `sum(sign * ${name})`).join(", ")}
     FROM (
       SELECT 1 AS sign, * FROM (${job.changes("after")})
       UNION ALL
       SELECT -1 AS sign, * FROM (${job.changes("before")})
     )
     GROUP BY place_key, day
     HAVING ${measures.map((name) => `sum(sign * ${name}) != 0`).join(" OR ")}`,
    {
      params: {
        load_id: delta.loadId,
        before_loads: [0, ...loadsOf(delta.before, delta.job)],
        after_loads: [0, ...loadsOf(delta.after, delta.job)],
      },
      signal: delta.signal,
    },
  );
  return { table, measures };
};
