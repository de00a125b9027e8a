import type { Source } from "./source.ts";

/** Its facts are months of services, among those that facilities report in forms: the table is theirs. */
export const claims = {
  title: { vi: "Hồ sơ khám chữa bệnh BHYT (XML1)", en: "Health-insurance claims (XML1)" },
  kind: "facility report",
  tables: [],
  days: { of: "facts", table: "mart.fct_services", where: "source = 'claims'", day: "toLastDayOfMonth(month)" },
  needs: ["facilities", "services"],
} as const satisfies Source;
