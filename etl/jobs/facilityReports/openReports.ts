import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import type { FacilityReport } from "./facilityReport.ts";
import { type OtherBatches, otherBatches } from "./otherBatches.ts";
import { readReports } from "./readReports.ts";

/** Reports of a run, read and judged. */
export interface OpenReports {
  readonly context: CleanseContext;
  readonly report: FacilityReport;
  /** Of statements over the view `kept`. */
  readonly params: Parameters;
  /** View of the rows to be accepted, as `readReports` gives them. */
  readonly kept: string;
  /** The same job's other batches in force. */
  readonly others: OtherBatches;
}

export const openReports = async (context: CleanseContext, report: FacilityReport): Promise<OpenReports> => ({
  context,
  report,
  params: await readReports(context, report),
  kept: `${context.landingPrefix}kept`,
  others: await otherBatches(context, report.job, report.job),
});
