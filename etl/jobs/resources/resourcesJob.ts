import type { Job } from "../../job.ts";
import { dayOf, plainSpaces } from "../dayOf.ts";
import { cleanseFacilityReports, rulesOfReports } from "../facilityReports/cleanseFacilityReports.ts";
import { endOfMonth, type FacilityReport } from "../facilityReports/facilityReport.ts";
import { findJumps, jumpRule } from "../facilityReports/findJumps.ts";
import type { OpenReports } from "../facilityReports/openReports.ts";
import { equipmentCodes, levelNames, resourceColumns, resourceCounts, resourceFormColumns } from "./resourceColumns.ts";
import { resourceRules } from "./resourceRules.ts";

const report: FacilityReport = {
  job: "resources",
  factTable: "mart.fct_resources",
  period: { kind: "month", column: "month" },
  series: [],
  lines: [],
  counts: resourceCounts,
  expressions: [
    ["told_date", plainSpaces("source.updated_date")],
    ["read_date", dayOf("told_date")],
    ["updated_date", `if(told_date = '', ${endOfMonth("period")}, read_date)`],
  ],
  params: {},
  rules: resourceRules,
  content: ["updated_date"],
  facts: [["updated_date", "updated_date"], ...levelNames.map((name) => [name, name] as const)],
  figures: [
    { table: "mart.fct_resources", columns: levelNames },
    { table: "mart.fct_equipment", columns: ["equipment_code", "in_order_count", "broken_count"] },
  ],
  day: "updated_date",
};

/** A type of equipment that was not reported has no row. */
const writeEquipment = async ({ context, params, kept }: OpenReports): Promise<void> => {
  const pieces = equipmentCodes.map((code) => `('${code}', ${code}_in_order, ${code}_broken)`).join(", ");
  await context.warehouse.command(
    `INSERT INTO mart.fct_equipment
       (load_id, facility_code, place_key, month, updated_date, equipment_code, in_order_count, broken_count)
     SELECT {load_id:UInt64}, facility_code, place_key, period, updated_date, piece.1, piece.2, piece.3
     FROM ${kept} ARRAY JOIN [${pieces}] AS piece
     WHERE greatest(piece.2, piece.3) >= 0`,
    { params, signal: context.signal },
  );
};

/** Staff, beds and equipment: a facility's monthly report of what it has. */
export const resourcesJob: Job = {
  name: "resources",
  columns: resourceColumns,
  rules: rulesOfReports(resourceRules, [jumpRule]),
  form: { rows: "facilities", columns: resourceFormColumns, monthColumn: "month" },
  cleanse: (context) =>
    cleanseFacilityReports(context, report, {
      write: writeEquipment,
      find: (reports) => findJumps(reports, levelNames),
    }),
};
