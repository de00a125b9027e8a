import type { Source } from "./source.ts";

export const certificates = {
  title: { vi: "Hộ chiếu vắc xin đã ký", en: "Signed vaccine passports" },
  kind: "register",
  tables: ["mart.fct_certificates"],
  fills: ["mart.agg_vaccination_by_day"],
  days: { of: "register" },
  needs: ["doses"],
  sample: "people",
} as const satisfies Source;
