import type { Source } from "./source.ts";

/** Its rows join those that ship in warehouse/reference. */
export const areas = {
  title: { vi: "Đơn vị hành chính", en: "Administrative units" },
  kind: "reference",
  tables: [],
  needs: [],
} as const satisfies Source;
