import { reported } from "./filledFields.ts";
import type { Source } from "./source.ts";

export const resources = {
  title: { vi: "Nguồn lực y tế của cơ sở", en: "Resources of facilities" },
  kind: "facility report",
  tables: ["mart.fct_resources", "mart.fct_equipment"],
  days: { of: "facts", table: "mart.fct_resources", day: "toLastDayOfMonth(month)" },
  placed: {
    table: "mart.fct_resources",
    filledFields: reported(
      ...["doctors", "assistant_doctors", "nurses", "midwives", "pharmacists", "beds_planned", "beds_actual"],
    ),
  },
  needs: ["facilities"],
  sample: "reports",
} as const satisfies Source;
