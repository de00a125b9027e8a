import type { Row } from "../../data/viewCatalogue.ts";
import type { procedureMeasures } from "./publicServices.ts";

export type ProcedureRow = Row<
  "public_services",
  (typeof procedureMeasures)[number] | "procedure_code" | "procedure_name" | "handling_level"
>;
export interface Procedure {
  row: ProcedureRow;
  /** Dossiers resolved too late; null where that is not known. */
  overdue: number | null;
  /** Length of the bar against the most overdue; null: no figure. */
  share: number | null;
}

/** Procedures by the dossiers that were resolved too late, most first; those of which that is not known after them. */
export function prepareProcedures(rows: readonly ProcedureRow[]): Procedure[] {
  const overdueOf = ({ dossiers_resolved: resolved, dossiers_on_time: onTime }: ProcedureRow) =>
    resolved === null || onTime === null || onTime > resolved ? null : resolved - onTime;
  const procedures = rows.map((row) => ({ row, overdue: overdueOf(row) }));
  const most = Math.max(0, ...procedures.map(({ overdue }) => overdue ?? 0));
  return procedures
    .filter(({ row }) => row.dossiers_received !== null || row.dossiers_resolved !== null)
    .map((each) => ({ ...each, share: each.overdue === null || most === 0 ? null : each.overdue / most }))
    .sort(
      (a, b) =>
        (b.overdue ?? -1) - (a.overdue ?? -1) ||
        (a.row.on_time_rate ?? 1) - (b.row.on_time_rate ?? 1) ||
        a.row.procedure_name.localeCompare(b.row.procedure_name, "vi"),
    );
}
