import type { Source } from "./source.ts";

/** Its rows join those that ship in warehouse/reference. */
export const codes = {
  title: { vi: "Danh mục mã", en: "Code lists" },
  kind: "reference",
  tables: [],
  fills: ["mart.dim_codes"],
  needs: [],
} as const satisfies Source;
