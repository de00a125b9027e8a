import type { Source } from "./source.ts";

export const tasks = {
  title: { vi: "Nhiệm vụ của Đề án", en: "Tasks of the programme" },
  kind: "reference",
  tables: ["mart.dim_tasks"],
  needs: [],
  ships: true,
} as const satisfies Source;
