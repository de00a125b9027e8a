import type { Rule } from "../../job.ts";
import type { OpenReports } from "./openReports.ts";

export const jumpRule: Rule = {
  code: "jump_tenfold",
  severity: "finding",
  sentence: {
    vi: "Số liệu tăng từ mười lần trở lên, hoặc giảm còn một phần mười trở xuống, so với báo cáo trước của cơ sở",
    en: "A figure grew tenfold or more, or fell to a tenth or less, against the facility's report before",
  },
};

/**
 * Lists reports in which one of the columns jumped against the facility's last earlier report that is in force; on demand
 * only where that is of the month before. Zero counts as one, so that 0 to 9 is no jump and 0 to 10 is one.
 */
export const findJumps = async (
  { context, report, params, kept, others }: OpenReports,
  columns: readonly string[],
  { onlyFromMonthBefore = false }: { readonly onlyFromMonthBefore?: boolean } = {},
): Promise<void> => {
  const figures = `[${columns.map((name) => `toInt64(${name})`).join(", ")}]`;
  const names = `[${columns.map((name) => `'${name}'`).join(", ")}]`;
  await context.warehouse.command(
    `INSERT INTO ${context.verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT row.1, row.2, '${jumpRule.code}', place,
       arrayStringConcat(arrayMap(jump -> concat(jump.1, ' ', toString(jump.2), ' → ', toString(jump.3)), jumps), '; ')
     FROM (
       SELECT row, place, month, previous_month,
         arrayFilter(each -> each.2 >= 0 AND each.3 >= 0 AND greatest(each.2, each.3) >= 10 * greatest(least(each.2, each.3), 1),
           arrayZip(${names}, if(empty(previous), arrayMap(each -> toInt64(-1), now), previous), now)) AS jumps
       FROM (
         SELECT row, place, month, newest.1 AS now, lagInFrame(now) OVER months AS previous,
           lagInFrame(month, 1, toDate(0)) OVER months AS previous_month
         FROM (
           SELECT facility_code, month, argMax((figures, position, place_key), rank) AS newest, newest.2 AS row, newest.3 AS place
           FROM (
             SELECT facility_code, period AS month, ${figures} AS figures, (file_number, row_number) AS position, place_key,
               toUInt64(${Number.MAX_SAFE_INTEGER}) AS rank FROM ${kept}
             UNION ALL
             SELECT facility_code, ${report.period.column} AS month, ${figures} AS figures, (toUInt16(0), toUInt64(0)) AS position,
               toUInt32(0) AS place_key, ${others.rank} AS rank
             FROM ${report.factTable} WHERE ${others.isOfThem} AND facility_code IN (SELECT facility_code FROM ${kept})
           )
           GROUP BY facility_code, month
         )
         WINDOW months AS (PARTITION BY facility_code ORDER BY month ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
       )
     )
     WHERE row.1 > 0 AND notEmpty(jumps)
       ${onlyFromMonthBefore ? "AND dateDiff('month', previous_month, month) = 1" : ""}`,
    { params: { ...params, ...others.params }, signal: context.signal },
  );
};
