import { reported } from "./filledFields.ts";
import type { Source } from "./source.ts";

export const connections = {
  title: { vi: "Kết nối dữ liệu của cơ sở", en: "Data connections of facilities" },
  kind: "facility report",
  tables: ["mart.fct_connections"],
  days: { of: "facts", table: "mart.fct_connections", day: "toLastDayOfMonth(month)" },
  placed: {
    table: "mart.fct_connections",
    filledFields: reported("sent_count", "accepted_count", "rejected_count", "complete_field_count"),
  },
  needs: ["codes", "facilities"],
  sample: "reports",
} as const satisfies Source;
