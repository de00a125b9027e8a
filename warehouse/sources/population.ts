import type { Source } from "./source.ts";

export const population = {
  title: { vi: "Dân số", en: "Population" },
  kind: "report",
  tables: ["mart.fct_populations", "mart.fct_population_groups"],
  fills: ["mart.agg_vaccination_by_day"],
  days: { of: "facts", table: "mart.fct_populations", day: "makeDate(year, 12, 31)" },
  needs: ["areas"],
  sample: "reports",
} as const satisfies Source;
