import { communeKnown, known, named } from "./filledFields.ts";
import type { Source } from "./source.ts";

export const facilities = {
  title: { vi: "Danh mục cơ sở y tế", en: "Facilities" },
  kind: "list",
  tables: ["mart.dim_facilities"],
  days: { of: "files" },
  placed: {
    table: "mart.dim_facilities",
    filledFields: [...named("name"), ...known("facility_type", "ownership", "grade", "managing_level"), communeKnown],
  },
  needs: ["areas", "codes"],
  sample: "reports",
} as const satisfies Source;
