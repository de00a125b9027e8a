import { reported } from "./filledFields.ts";
import type { Source } from "./source.ts";

export const services = {
  title: { vi: "Thống kê dịch vụ của cơ sở", en: "Services of facilities" },
  kind: "facility report",
  tables: ["mart.fct_services"],
  days: { of: "facts", table: "mart.fct_services", where: "source = 'form'", day: "toLastDayOfMonth(month)" },
  placed: {
    table: "mart.fct_services",
    filledFields: reported(
      ...["outpatient_visits", "insured_visits", "inpatient_admissions", "inpatient_days", "surgeries", "deliveries"],
      ...["lab_tests", "imaging", "telehealth_consultations", "chip_id_visits", "chip_id_successes"],
    ),
  },
  needs: ["facilities", "resources"],
  sample: "reports",
} as const satisfies Source;
