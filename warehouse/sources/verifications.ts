import type { Source } from "./source.ts";

export const verifications = {
  title: { vi: "Kết quả xác thực", en: "Verification results" },
  kind: "register",
  tables: ["mart.fct_verifications"],
  days: { of: "register" },
  needs: ["doses"],
  sample: "people",
} as const satisfies Source;
