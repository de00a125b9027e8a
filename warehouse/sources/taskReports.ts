import type { Source } from "./source.ts";

export const taskReports = {
  title: { vi: "Báo cáo tiến độ nhiệm vụ", en: "Progress reports on tasks" },
  kind: "report",
  tables: ["mart.fct_task_reports"],
  days: { of: "facts", table: "mart.fct_task_reports", day: "report_date", place: "toUInt32(63300000)" },
  needs: ["tasks"],
} as const satisfies Source;
