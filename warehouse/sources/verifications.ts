import type { Source } from "./source.ts";

export const verifications = {
  title: { vi: "Kết quả xác thực", en: "Verification results" },
  kind: "register",
  tables: ["mart.fct_verifications"],
  fills: ["mart.agg_vaccination_by_day"],
  days: { of: "register" },
  needs: ["doses"],
  sample: "people",
} as const satisfies Source;
