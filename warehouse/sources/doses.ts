import { communeKnown, known, named } from "./filledFields.ts";
import type { Source } from "./source.ts";

export const doses = {
  title: { vi: "Mũi tiêm", en: "Doses" },
  kind: "register",
  tables: ["mart.fct_doses"],
  fills: ["mart.agg_vaccination_by_day"],
  days: { of: "register" },
  placed: {
    table: "mart.fct_doses",
    filledFields: [
      "id_kind != 'none'",
      "birth_year != 0",
      ...known("sex"),
      communeKnown,
      ...named("facility_code", "vaccine_code", "lot_number"),
      "dose_number != 0",
    ],
  },
  needs: ["areas", "facilities"],
  sample: "people",
} as const satisfies Source;
