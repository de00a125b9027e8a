import type { Source } from "./source.ts";

export const boundaries = {
  title: { vi: "Ranh giới đơn vị hành chính", en: "Boundaries of administrative units" },
  kind: "reference",
  tables: ["mart.dim_boundaries"],
  needs: ["areas"],
} as const satisfies Source;
