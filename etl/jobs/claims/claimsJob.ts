import type { CleanseContext, CleanseResult, Job } from "../../job.ts";
import { endOfMonth } from "../facilityReports/facilityReport.ts";
import { hashOf } from "../hashOf.ts";
import { withoutCondition } from "../rowRule.ts";
import { countRows, writtenFacts } from "../writtenFacts.ts";
import { claimColumns } from "./claimColumns.ts";
import { claimRepeatedRule, claimRules, formDiffersRule } from "./claimRules.ts";
import { findFormDifferences } from "./findFormDifferences.ts";
import { claimTables, readClaims } from "./readClaims.ts";
import { readClaimsXml } from "./readClaimsXml.ts";

/** What claims do not contain: they are of insured patients only. */
const untold = [
  "outpatient_visits",
  "surgeries",
  "deliveries",
  "lab_tests",
  "imaging",
  "telehealth_consultations",
  "chip_id_visits",
  "chip_id_successes",
];

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const { warehouse, signal } = context;
  const { kept } = claimTables(context);
  const params = await readClaims(context);
  await warehouse.command(
    `INSERT INTO mart.fct_services (load_id, source, facility_code, place_key, month, insured_visits, inpatient_admissions, inpatient_days, ${untold.join(", ")})
     SELECT {load_id:UInt64}, 'claims', facility, any(place_key), month, countIf(is_visit), countIf(is_stay), sum(days), ${untold.map(() => "-1").join(", ")}
     FROM ${kept} GROUP BY facility, month`,
    { params, signal },
  );
  await findFormDifferences(context);
  return {
    acceptedCount: await countRows(context, kept),
    ...(await writtenFacts(context, "mart.fct_services", endOfMonth("month"))),
  };
};

/**
 * Insurance claims (table XML1 of Decisions 130 and 4750/QĐ-BYT), as counts of each facility and month of discharge: insured
 * visits, admissions and days. Of the claims themselves nothing is kept. Read as a table, or as the XML that facilities send.
 */
export const claimsJob: Job = {
  name: "claims",
  columns: claimColumns,
  rules: [...claimRules.map(withoutCondition), claimRepeatedRule, formDiffersRule],
  landingColumns: [{ name: "claim_key", type: "UInt128", expression: hashOf("ma_lk") }],
  readShape: readClaimsXml,
  cleanse,
};
