import { placeKeySql } from "../areas/placeKey.ts";
import { structureOnSql } from "../areas/structures.ts";
import type { Source } from "./source.ts";

export const taskReports = {
  title: { vi: "Báo cáo tiến độ nhiệm vụ", en: "Progress reports on tasks" },
  kind: "report",
  tables: ["mart.fct_task_reports"],
  days: {
    of: "facts",
    table: "mart.fct_task_reports",
    day: "report_date",
    place: placeKeySql(structureOnSql("report_date"), "nation"),
  },
  needs: ["tasks"],
} as const satisfies Source;
