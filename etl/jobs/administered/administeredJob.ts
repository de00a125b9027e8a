import type { CleanseContext, CleanseResult, Job, SourceColumn } from "../../job.ts";
import { currentLoads } from "../../publication/currentLoads.ts";
import { campaignStart } from "../campaignStart.ts";
import { countOf } from "../countOf.ts";
import { dayOf, plainSpaces } from "../dayOf.ts";
import { provinceOfRow } from "../provinceOfRow.ts";
import type { RowRule } from "../rowRule.ts";
import { sourceColumn } from "../sourceColumn.ts";
import { countRows, writtenFacts } from "../writtenFacts.ts";
import {
  administeredFindings,
  administeredRowRules,
  dayMissingRule,
  repeatedReportRules,
} from "./administeredRules.ts";
import { readSnapshot } from "./readSnapshot.ts";

const columns: readonly SourceColumn[] = [
  sourceColumn("province_code", "code", ["ma_tinh"], "Mã tỉnh (2 chữ số)", "Province code, two digits", "01"),
  sourceColumn(
    "province_name",
    "text",
    ["ten_tinh", "tinh", "state"],
    "Tên tỉnh, có hoặc không dấu",
    "Province, with or without tone marks",
    "Hà Nội",
  ),
  sourceColumn(
    "date",
    "day",
    ["ngay", "ngay_bao_cao", "report_date"],
    "Ngày báo cáo",
    "Day of the report",
    "26/08/2021",
    true,
  ),
  sourceColumn(
    "total_doses",
    "count",
    ["tong_so_mui"],
    "Tổng số mũi đã tiêm, lũy kế",
    "Doses given so far",
    "1.234.567",
  ),
  sourceColumn(
    "daily_doses",
    "count",
    ["so_mui_trong_ngay"],
    "Số mũi tiêm trong ngày",
    "Doses given on the day",
    "12.345",
  ),
  sourceColumn("dose_1", "count", ["mui_1"], "Số mũi 1, lũy kế", "First doses so far", "800.000"),
  sourceColumn("dose_2", "count", ["mui_2"], "Số mũi 2, lũy kế", "Second doses so far", "434.567"),
  sourceColumn("dose_3", "count", ["mui_3"], "Số mũi 3, lũy kế", "Third doses so far", "0"),
  sourceColumn("dose_4", "count", ["mui_4"], "Số mũi 4, lũy kế", "Fourth doses so far", "0"),
  sourceColumn(
    "adults",
    "count",
    ["dan_so_tu_18", "population_over_18"],
    "Dân số từ 18 tuổi",
    "People of 18 and over",
    "5.745.728",
  ),
  sourceColumn(
    "percent_1",
    "percent",
    ["percentage_1", "ty_le_mui_1"],
    "Tỷ lệ mũi 1 (%)",
    "First doses per 100 adults",
    "29.46",
  ),
  sourceColumn(
    "percent_2",
    "percent",
    ["percentage_2", "ty_le_mui_2"],
    "Tỷ lệ mũi 2 (%)",
    "Second doses per 100 adults",
    "2.60",
  ),
];

const percentOf = (text: string): string =>
  `toFloat64OrZero(replaceOne(${plainSpaces(`replaceAll(${text}, '%', '')`)}, ',', '.'))`;
const codesOf = (rules: readonly RowRule[]): string =>
  `arrayFilter(code -> code != '', [${rules.map((rule) => `if(${rule.condition}, '${rule.code}', '')`).join(", ")}])`;

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const { warehouse, landingTable, landingPrefix, verdictsTable, signal } = context;
  const province = await provinceOfRow(context, { undated: "date = ''" });
  const others = await currentLoads(context, "administered", { withoutOwnBatch: true });
  const params = {
    ...province.params,
    load_id: context.loadId,
    as_of: context.asOf,
    campaign_start: campaignStart,
    file_names: context.files.map((file) => file.name),
    other_loads: [0, ...others],
  };
  const run = (sql: string): Promise<unknown> => warehouse.command(sql, { params, signal });
  const [read, kept] = [`${landingPrefix}read`, `${landingPrefix}kept`];
  const verdicts = `INSERT INTO ${verdictsTable} (file_number, row_number, rule_code, place_key, detail)`;

  await run(`CREATE TABLE ${read} ENGINE = MergeTree ORDER BY (place_key, day) AS
    SELECT file_number, row_number, ${codesOf(administeredRowRules)} AS broken, * EXCEPT (file_number, row_number)
    FROM (
      SELECT file_number, row_number, date = '' AS is_date_assumed,
        if(is_date_assumed, {as_of:Date}, ${dayOf("date")}) AS day,
        ${province.placeKey("day")} AS place_key,
        ${countOf("total_doses")} AS total, ${countOf("daily_doses")} AS daily,
        [${[1, 2, 3, 4].map((number) => countOf(`dose_${number}`)).join(", ")}] AS doses,
        ${countOf("adults")} AS adults, ${percentOf("percent_1")} AS percent_1, ${percentOf("percent_2")} AS percent_2
      FROM ${landingTable}
    )`);
  await run(`CREATE TABLE ${kept} ENGINE = MergeTree ORDER BY (place_key, day) AS
    SELECT * EXCEPT (broken, content, first_content), ${codesOf(repeatedReportRules)} AS broken
    FROM (
      SELECT *, cityHash64(total, daily, doses) AS content,
        row_number() OVER report AS nth, first_value(content) OVER report AS first_content
      FROM ${read} WHERE empty(broken)
      WINDOW report AS (PARTITION BY place_key, day ORDER BY file_number, row_number)
    )`);
  for (const table of [read, kept]) {
    await run(`${verdicts} SELECT file_number, row_number, arrayJoin(broken), place_key, toString(day) FROM ${table}`);
  }

  // A day's doses are added to what the province last reported before this batch, in another.
  const reports = `
    SELECT *, total AS total_read,
      multiIf(total_read >= 0, total_read, daily >= 0, base + sum(greatest(daily, 0)) OVER province,
        arraySum(arrayFilter(dose -> dose >= 0, doses))) AS total_counted,
      doses[1] AS dose_1, doses[2] AS dose_2
    FROM (SELECT * FROM ${kept} WHERE empty(broken)) AS report
    LEFT JOIN (
      SELECT place_key, argMax(cumulative_doses, (report_date, load_id)) AS base
      FROM mart.fct_administered_reports
      WHERE load_id IN {other_loads:Array(UInt64)} AND dose_number = 0
        AND report_date < (SELECT min(day) FROM ${kept} WHERE empty(broken))
      GROUP BY place_key
    ) AS earlier USING (place_key)
    WINDOW province AS (PARTITION BY place_key ORDER BY day)`;
  await run(`INSERT INTO mart.fct_administered_reports
      (load_id, place_key, report_date, dose_number, cumulative_doses, file_name, row_number)
    SELECT {load_id:UInt64}, place_key, day, counted.1, toUInt64(counted.2), {file_names:Array(String)}[file_number], row_number
    FROM (${reports})
    ARRAY JOIN arrayConcat([(0, total_counted)], arrayFilter(dose -> dose.2 >= 0, arrayZip(arrayEnumerate(doses), doses))) AS counted`);

  await run(`${verdicts}
    SELECT file_number, row_number, arrayJoin(${codesOf(administeredFindings)}), place_key, toString(day)
    FROM (
      SELECT * REPLACE (total_counted AS total),
        lagInFrame(total_counted, 1, -1) OVER earlier AS previous_total,
        lagInFrame(dose_1, 1, -1) OVER earlier AS previous_dose_1,
        lagInFrame(dose_2, 1, -1) OVER earlier AS previous_dose_2
      FROM (${reports})
      WINDOW earlier AS (PARTITION BY place_key ORDER BY day ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
    )`);
  // Told at the first report after the gap, so that it can be found in the file.
  await run(`${verdicts}
    SELECT report.1, report.2, '${dayMissingRule.code}', 0,
      arrayStringConcat(arrayMap(offset -> toString(previous + 1 + offset), range(toUInt32(day - previous - 1))), ', ')
    FROM (
      SELECT day, min((file_number, row_number)) AS report, lagInFrame(day, 1, day) OVER (
        ORDER BY day ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS previous
      FROM ${kept} WHERE empty(broken) GROUP BY day
    )
    WHERE day > previous + 1`);

  return {
    acceptedCount: await countRows(context, `${kept} WHERE empty(broken)`),
    ...(await writtenFacts(context, "mart.fct_administered_reports", "report_date")),
  };
};

/** Provinces' reports of doses given: cumulative or per day, in our own format, and the two public shapes as they are. */
export const administeredJob: Job = {
  name: "administered",
  columns,
  anyOf: [
    ["province_code", "province_name"],
    ["total_doses", "daily_doses", "dose_1"],
  ],
  rules: [...administeredRowRules, ...repeatedReportRules, ...administeredFindings, dayMissingRule].map(
    ({ code, severity, sentence }) => ({ code, severity, sentence }),
  ),
  readShape: readSnapshot,
  cleanse,
};
