import { z } from "zod";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext, Job, SourceColumn } from "../../job.ts";
import { currentLoads } from "../../publication/currentLoads.ts";
import { cleanseRows, repeatedRowRules } from "../cleanseRows.ts";
import { dayOf } from "../dayOf.ts";
import { withoutCondition } from "../rowRule.ts";
import { sourceColumn } from "../sourceColumn.ts";
import { wordOf } from "../wordOf.ts";
import { taskReportRules } from "./taskReportRules.ts";

const columns: readonly SourceColumn[] = [
  sourceColumn("task_code", "code", ["ma_nhiem_vu"], "Mã nhiệm vụ", "Code of the task", "E49", true),
  sourceColumn("report_date", "day", ["ngay_bao_cao"], "Ngày báo cáo", "Day of the report", "30/06/2024", true),
  sourceColumn(
    "status",
    "text",
    ["trang_thai"],
    "Trạng thái: chưa thực hiện, đang thực hiện, hoàn thành, tạm dừng",
    "Status: not_started, in_progress, done, suspended",
    "đang thực hiện",
    true,
  ),
  sourceColumn("progress_percent", "percent", ["tien_do"], "Tiến độ, phần trăm", "Progress in percent", "45 %"),
  sourceColumn("summary", "text", ["tom_tat"], "Tóm tắt", "Summary", "Đã phê duyệt chủ trương đầu tư"),
];

const task = z.object({ code: z.string() });
const report = z.object({ code: z.string(), day: z.string(), progress: z.number(), status: z.string() });

/** Codes of the tasks, and the reports of other batches, which a report of this one may fall behind. */
const readKnown = async (context: CleanseContext): Promise<Parameters> => {
  const { warehouse, signal } = context;
  const loads = await currentLoads(context, "task_reports", { withoutOwnBatch: true });
  const [tasks, reports] = await Promise.all([
    warehouse.query(
      "SELECT DISTINCT task_code AS code FROM mart.dim_tasks WHERE load_id IN (SELECT load_id FROM mart.current_loads)",
      { schema: task, signal },
    ),
    warehouse.query(
      `SELECT task_code AS code, toString(report_date) AS day, progress_percent AS progress, toString(status) AS status
       FROM mart.fct_task_reports WHERE load_id IN {loads:Array(UInt64)}`,
      { schema: report, params: { loads }, signal },
    ),
  ]);
  return {
    tasks: tasks.map(({ code }) => code),
    known_tasks: reports.map(({ code }) => code),
    known_days: reports.map(({ day }) => day),
    known_progress: reports.map(({ progress }) => progress),
    known_status: reports.map(({ status }) => status),
  };
};

/** The report before a row's own: (day, progress, status), from the same batch or an earlier one; the day is 1970-01-01 if there is none. */
const previous = `arrayLast(other -> other.1 < reported, arraySort(arrayConcat(
  groupArrayIf((reported, told_progress, told_status), reported <= {as_of:Date} AND told_status != '' AND told_progress BETWEEN -1 AND 100)
    OVER (PARTITION BY code),
  arrayFilter((known, known_task) -> known_task = code,
    arrayZip({known_days:Array(Date)}, {known_progress:Array(Int64)}, {known_status:Array(String)}), {known_tasks:Array(String)}))))`;

/** Dated progress reports on the programme's tasks. */
export const taskReportsJob: Job = {
  name: "task_reports",
  columns,
  rules: [...taskReportRules, ...repeatedRowRules].map(withoutCondition),
  cleanse: async (context) =>
    cleanseRows(context, {
      factTable: "mart.fct_task_reports",
      expressions: [
        ["code", "trimBoth(task_code)"],
        ["reported", dayOf("report_date")],
        [
          "told_status",
          wordOf("status", {
            not_started: ["chưa thực hiện"],
            in_progress: ["đang thực hiện"],
            done: ["hoàn thành", "đã hoàn thành"],
            suspended: ["tạm dừng"],
          }),
        ],
        ["percent", "trimBoth(replaceAll(progress_percent, '%', ''))"],
        [
          "told_progress",
          "toInt64(multiIf(percent = '', -1, match(percent, '^[0-9]{1,9}$'), toInt64OrZero(percent), -2))",
        ],
        ["previous", previous],
      ],
      rules: taskReportRules,
      key: ["code", "reported"],
      content: ["told_status", "told_progress", "trimBoth(summary)"],
      placeKey: "0",
      facts: [
        ["task_code", "code"],
        ["report_date", "reported"],
        ["status", "told_status"],
        ["progress_percent", "told_progress"],
        ["summary", "trimBoth(summary)"],
      ],
      day: "report_date",
      params: await readKnown(context),
    }),
};
