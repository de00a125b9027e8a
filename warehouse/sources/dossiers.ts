import { reported } from "./filledFields.ts";
import type { Source } from "./source.ts";

export const dossiers = {
  title: { vi: "Hồ sơ thủ tục hành chính", en: "Dossiers of administrative procedures" },
  kind: "report",
  tables: ["mart.fct_dossiers"],
  days: { of: "facts", table: "mart.fct_dossiers", day: "toLastDayOfMonth(month)" },
  placed: {
    table: "mart.fct_dossiers",
    filledFields: reported("received_count", "online_count", "resolved_count", "on_time_count"),
  },
  needs: ["areas", "procedures"],
  sample: "reports",
} as const satisfies Source;
