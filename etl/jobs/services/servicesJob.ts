import type { Job } from "../../job.ts";
import { cleanseFacilityReports, rulesOfReports } from "../facilityReports/cleanseFacilityReports.ts";
import { endOfMonth, type FacilityReport } from "../facilityReports/facilityReport.ts";
import { findJumps, jumpRule } from "../facilityReports/findJumps.ts";
import { findDaysAboveCapacity } from "./findDaysAboveCapacity.ts";
import { serviceColumns, serviceCounts, serviceFormColumns, serviceNames } from "./serviceColumns.ts";
import { daysAboveCapacityRule, serviceRules } from "./serviceRules.ts";

const report: FacilityReport = {
  job: "services",
  factTable: "mart.fct_services",
  period: { kind: "month", column: "month" },
  series: [],
  lines: [],
  counts: serviceCounts,
  expressions: [],
  params: {},
  rules: serviceRules,
  content: [],
  facts: [["source", "'form'"], ...serviceNames.map((name) => [name, name] as const)],
  figures: [{ table: "mart.fct_services", columns: serviceNames }],
  day: endOfMonth("month"),
};

/** Services given: a facility's monthly form of Circular 37/2019/TT-BYT. */
export const servicesJob: Job = {
  name: "services",
  columns: serviceColumns,
  rules: rulesOfReports(serviceRules, [daysAboveCapacityRule, jumpRule]),
  form: { rows: "facilities", columns: serviceFormColumns, monthColumn: "month" },
  cleanse: (context) =>
    cleanseFacilityReports(context, report, {
      async find(reports) {
        await findDaysAboveCapacity(reports);
        await findJumps(reports, ["outpatient_visits"], { onlyFromMonthBefore: true });
      },
    }),
};
