import type { Source } from "./source.ts";

export const procedures = {
  title: { vi: "Danh mục thủ tục hành chính", en: "Administrative procedures" },
  kind: "list",
  tables: ["mart.dim_procedures"],
  days: { of: "files" },
  needs: [],
  sample: "reports",
} as const satisfies Source;
