import { periodText, reportColumns } from "./facilityReport.ts";
import type { OpenReports } from "./openReports.ts";
import { sequenceRules } from "./sequenceRules.ts";

/**
 * Lists reports that another batch has with other figures. Both sides are read from the facts; of several other batches the one
 * that counts until now. The detail says the period, that batch, and the one that counts from here on.
 */
export const findReportedBefore = async (reports: OpenReports): Promise<void> => {
  const { context, report, params, kept, others } = reports;
  if (!others.isAny) return;
  const { warehouse, landingPrefix, verdictsTable, signal } = context;
  const columns = reportColumns(report);
  const inLoads = (condition: string): string =>
    report.figures
      .map(
        ({ table, columns: figures }) => `
        SELECT load_id, facility_code, ${[...report.series, `${report.period.column} AS period`].join(", ")},
          cityHash64('${table}', ${figures.join(", ")}) AS figure
        FROM ${table} WHERE ${condition}`,
      )
      .join(" UNION ALL ");
  const earlier = `${landingPrefix}earlier`;
  const options = { params: { ...params, ...others.params, batch: context.batchCode }, signal };
  await warehouse.command(
    `CREATE TABLE ${earlier} ENGINE = MergeTree ORDER BY (${columns}) AS
     SELECT ${columns}, max(rank) AS newest, argMax(content, rank) AS earlier_content
     FROM (
       SELECT ${columns}, ${others.rank} AS rank, sum(figure) AS content
       FROM (${inLoads(others.isOfThem)})
       WHERE period BETWEEN (SELECT min(period) FROM ${kept}) AND (SELECT max(period) FROM ${kept})
       GROUP BY ${columns}, load_id
     )
     WHERE facility_code IN (SELECT facility_code FROM ${kept})
     GROUP BY ${columns}`,
    options,
  );
  const isRepeated = `(${columns}) IN (SELECT ${columns} FROM ${earlier})`;
  await warehouse.command(
    `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)
     SELECT row.1, row.2, '${sequenceRules.reportedBefore.code}', place,
       concat(${periodText(report)}, ': ', ${others.batchOf("newest")}, ' → ', {batch:String})
     FROM (
       SELECT ${columns}, min((file_number, row_number)) AS row, any(place_key) AS place
       FROM ${kept} WHERE ${isRepeated} GROUP BY ${columns}
     ) AS told
     INNER JOIN (
       SELECT ${columns}, sum(figure) AS content FROM (${inLoads("load_id = {load_id:UInt64}")})
       WHERE ${isRepeated} GROUP BY ${columns}
     ) AS own USING (${columns})
     INNER JOIN ${earlier} AS earlier USING (${columns})
     WHERE content != earlier_content`,
    options,
  );
};
