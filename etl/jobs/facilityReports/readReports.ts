import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { countOf } from "../countOf.ts";
import { dayOf } from "../dayOf.ts";
import { monthOf } from "../monthOf.ts";
import { facilityOfRow } from "./facilityOfRow.ts";
import { type FacilityReport, periodText } from "./facilityReport.ts";
import { countsAtFault, earliestDay, repeatedRowRules } from "./rowRules.ts";

const bit = (index: number): number => 2 ** index;

/**
 * Reads and judges the rows once. Writes the verdicts on them, and creates the view `<prefix>kept` of the rows to be
 * accepted: file_number, row_number, facility_code, place_key, period (first day), the counts and the expressions.
 * @returns parameters of statements over what was read
 */
export const readReports = async (context: CleanseContext, report: FacilityReport): Promise<Parameters> => {
  const { warehouse, landingPrefix, verdictsTable, signal } = context;
  const { period, counts, expressions, rules } = report;
  const facility = await facilityOfRow(context);
  const params: Parameters = {
    ...facility.params,
    ...report.params,
    load_id: context.loadId,
    as_of: context.asOf,
    earliest_day: earliestDay,
  };
  const run = (sql: string): Promise<unknown> => warehouse.command(sql, { params, signal });
  const [read, repeats, kept] = [`${landingPrefix}read`, `${landingPrefix}repeats`, `${landingPrefix}kept`];
  const verdicts = `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)`;
  const lastDay = period.kind === "month" ? "toLastDayOfMonth(period)" : "period";
  const broken = rules.map((rule, index) => `toUInt64(${rule.condition}) * ${bit(index)}`).join(" + ");
  const rejectMask = rules.reduce((mask, rule, index) => mask + (rule.severity === "reject" ? bit(index) : 0), 0);
  const key = ["facility_code", "period", ...report.series, ...report.lines];
  const content = [...counts.map(({ name }) => name), ...report.content];

  await run(`CREATE TABLE ${read} ENGINE = MergeTree ORDER BY tuple() AS
    SELECT * EXCEPT figures, ${broken} AS broken, cityHash64(${key.join(", ")}) AS row_key, cityHash64(${content.join(", ")}) AS row_content
    FROM (
      SELECT file_number, row_number, facility AS facility_code, source.facility_code AS told_code, source.period AS period,
        ${facility.placeKey(lastDay)} AS place_key, is_listed, figures,
        arrayExists((first, last) -> first <= ${lastDay} AND last >= period, facility_starts, facility_ends) AS is_in_force,
        ${[...counts.map(({ name }, index) => [name, `figures[${index + 1}]`] as const), ...expressions]
          .map(([name, sql]) => `${sql} AS ${name}`)
          .join(", ")}
      FROM (
        SELECT *, ${period.kind === "month" ? monthOf(period.column) : dayOf(`trimBoth(${period.column})`)} AS period,
          arrayMap(text -> ${countOf("text")}, [${counts.map(({ name }) => name).join(", ")}]) AS figures
        FROM ${facility.rows}
      ) AS source
    )`);
  await run(`${verdicts}
    SELECT file_number, row_number, arrayJoin(arrayMap(bit -> [${rules.map(({ code }) => `'${code}'`).join(", ")}][bit + 1], bitPositionsToArray(broken))) AS rule,
      place_key, concat(${periodText(report)}, if(${countsAtFault(report, "rule")} = '', '', concat(': ', ${countsAtFault(report, "rule")})))
    FROM ${read} WHERE broken != 0`);

  // Nearly all reports come once: only the others are sorted and compared.
  const isSound = `bitAnd(broken, ${rejectMask}) = 0`;
  await run(`CREATE TABLE ${repeats} ENGINE = MergeTree ORDER BY (file_number, row_number) AS
    SELECT * FROM (
      SELECT file_number, row_number, place_key, period, row_number() OVER same AS nth,
        row_content = first_value(row_content) OVER same AS is_same
      FROM ${read}
      WHERE ${isSound} AND row_key IN (SELECT row_key FROM ${read} WHERE ${isSound} GROUP BY row_key HAVING count() > 1)
      WINDOW same AS (PARTITION BY row_key ORDER BY file_number, row_number)
    ) WHERE nth > 1`);
  await run(`${verdicts}
    SELECT file_number, row_number, if(is_same, '${repeatedRowRules.same.code}', '${repeatedRowRules.different.code}'),
      place_key, ${periodText(report)}
    FROM ${repeats}`);
  await run(`CREATE VIEW ${kept} AS SELECT * FROM ${read}
    WHERE ${isSound} AND (file_number, row_number) NOT IN (SELECT file_number, row_number FROM ${repeats})`);
  return params;
};
