import type { CleanseContext, CleanseResult, Rule } from "../../job.ts";
import { writtenFacts } from "../writtenFacts.ts";
import type { FacilityReport } from "./facilityReport.ts";
import { findMissingMonths } from "./findMissingMonths.ts";
import { findReportedBefore } from "./findReportedBefore.ts";
import { findSilentFacilities } from "./findSilentFacilities.ts";
import { type OpenReports, openReports } from "./openReports.ts";
import { repeatedRowRules } from "./rowRules.ts";
import { sequenceRules } from "./sequenceRules.ts";

/** Every rule of a job of this kind: those of its rows, of rows that repeat another, of reports beside others, and further ones. */
export const rulesOfReports = (rowRules: readonly Rule[], further: readonly Rule[] = []): readonly Rule[] =>
  [...rowRules, ...Object.values(repeatedRowRules), ...Object.values(sequenceRules), ...further].map(
    ({ code, severity, sentence }) => ({ code, severity, sentence }),
  );

export interface Further {
  /** Writes facts beside those of `factTable`. */
  readonly write?: (reports: OpenReports) => Promise<void>;
  /** Looks for what else is odd in the accepted reports. */
  readonly find?: (reports: OpenReports) => Promise<void>;
}

/** Judges what facilities report, writes what is sound, and lists what is odd beside their other reports. */
export const cleanseFacilityReports = async (
  context: CleanseContext,
  report: FacilityReport,
  further: Further = {},
): Promise<CleanseResult> => {
  const { warehouse, signal } = context;
  const reports = await openReports(context, report);
  const { params, kept } = reports;
  await warehouse.command(
    `INSERT INTO ${report.factTable} (load_id, facility_code, place_key, ${report.period.column}, ${report.facts.map(([column]) => column).join(", ")})
     SELECT {load_id:UInt64}, facility_code, place_key, period, ${report.facts.map(([, sql]) => sql).join(", ")} FROM ${kept}`,
    { params, signal },
  );
  await further.write?.(reports);
  await findReportedBefore(reports);
  await findMissingMonths(reports);
  await findSilentFacilities(reports);
  await further.find?.(reports);

  const { factCount: acceptedCount, ...days } = await writtenFacts(context, report.factTable, report.day);
  let factCount = 0;
  for (const { table } of report.figures) factCount += (await writtenFacts(context, table, undefined)).factCount;
  return { acceptedCount, factCount, ...days };
};
