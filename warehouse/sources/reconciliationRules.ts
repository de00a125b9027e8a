import type { Source } from "./source.ts";

export const reconciliationRules = {
  title: { vi: "Quy tắc đối chiếu số liệu", en: "Reconciliation rules" },
  kind: "reference",
  tables: ["mart.dim_reconciliation_rules", "mart.dim_reconciliation_terms"],
  needs: ["official_totals"],
  ships: true,
} as const satisfies Source;
