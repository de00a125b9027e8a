import type { Source } from "./source.ts";

export const officialTotals = {
  title: { vi: "Số liệu công bố trong văn bản", en: "Published official figures" },
  kind: "reference",
  tables: ["mart.fct_official_totals"],
  needs: [],
  ships: true,
} as const satisfies Source;
