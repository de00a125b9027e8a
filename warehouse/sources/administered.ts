import type { Source } from "./source.ts";

export const administered = {
  title: { vi: "Báo cáo tiêm chủng của tỉnh", en: "Provinces' vaccination reports" },
  kind: "report",
  tables: ["mart.fct_administered_reports"],
  fills: ["mart.agg_vaccination_by_day"],
  days: { of: "facts", table: "mart.fct_administered_reports", where: "dose_number = 0", day: "report_date" },
  placed: { table: "mart.fct_administered_reports", where: "dose_number = 0", filledFields: [] },
  needs: ["areas"],
  sample: "people",
} as const satisfies Source;
