import type { Source } from "./source.ts";

export const indicators = {
  title: { vi: "Chỉ số có thể đặt chỉ tiêu", en: "Indicators" },
  kind: "reference",
  tables: ["mart.dim_indicators"],
  needs: [],
  ships: true,
} as const satisfies Source;
