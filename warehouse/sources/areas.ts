import type { Source } from "./source.ts";

/** Its rows join those that ship in warehouse/reference. */
export const areas = {
  title: { vi: "Đơn vị hành chính", en: "Administrative units" },
  kind: "reference",
  tables: [],
  fills: ["mart.dim_structures", "mart.dim_areas", "mart.dim_area_mappings", "mart.dim_places", "mart.places"],
  needs: [],
} as const satisfies Source;
