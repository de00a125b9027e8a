import { z } from "zod";
import type { CleanseContext, CleanseResult, Job } from "../../job.ts";
import { withoutCondition } from "../cleanseRows.ts";
import { endOfMonth } from "../facilityReports/facilityReport.ts";
import { hashOf } from "../hashOf.ts";
import { claimColumns } from "./claimColumns.ts";
import { claimRepeatedRule, claimRules, formDiffersRule } from "./claimRules.ts";
import { findFormDifferences } from "./findFormDifferences.ts";
import { claimTables, readClaims } from "./readClaims.ts";
import { readClaimsXml } from "./readClaimsXml.ts";

const accepted = z.object({ rows: z.number() });
const written = z.object({ rows: z.number(), first_date: z.string(), last_date: z.string() });

/** What claims do not tell: they are of insured patients only. */
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
  const [rows] = await warehouse.query(`SELECT count() AS rows FROM ${kept}`, { schema: accepted, signal });
  const [facts] = await warehouse.query(
    `SELECT count() AS rows, toString(min(${endOfMonth("month")})) AS first_date, toString(max(${endOfMonth("month")})) AS last_date
     FROM mart.fct_services WHERE load_id = {load_id:UInt64}`,
    { params, schema: written, signal },
  );
  const factCount = facts?.rows ?? 0;
  return {
    acceptedCount: rows?.rows ?? 0,
    factCount,
    firstDate: factCount === 0 ? undefined : facts?.first_date,
    lastDate: factCount === 0 ? undefined : facts?.last_date,
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
