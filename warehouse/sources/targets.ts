import type { Source } from "./source.ts";

export const targets = {
  title: { vi: "Chỉ tiêu", en: "Targets" },
  kind: "reference",
  tables: ["mart.fct_targets"],
  needs: ["areas", "indicators"],
  ships: true,
  sample: "reports",
} as const satisfies Source;
