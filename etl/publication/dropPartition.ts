import { renderStatement } from "../../warehouse/renderStatement.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";

/** Tables that hold rows under a load, in a partition of its own. */
export type LoadTable =
  | "mart.agg_vaccination_by_day"
  | "landing.rollup_subjects"
  | "landing.rollup_changes"
  | "mart.fct_doses"
  | "mart.fct_verifications"
  | "mart.fct_certificates"
  | "mart.fct_administered_reports"
  | "mart.fct_populations"
  | "mart.fct_official_totals"
  | "mart.dim_facilities"
  | "mart.fct_resources"
  | "mart.fct_equipment"
  | "mart.fct_payments"
  | "mart.fct_services"
  | "mart.fct_connections"
  | "mart.dim_procedures"
  | "mart.fct_dossiers"
  | "mart.fct_population_groups"
  | "mart.dim_indicators"
  | "mart.fct_targets"
  | "mart.dim_tasks"
  | "mart.fct_task_reports"
  | "mart.dim_expected_sources"
  | "mart.agg_quality_by_load"
  | "mart.agg_findings_by_load"
  | "mart.dim_reconciliation_rules"
  | "mart.dim_reconciliation_terms"
  | "ops.rejects"
  | "ops.findings";

/** Drops all rows of a load from a table; does nothing where there are none. */
export const dropPartition = async (warehouse: Warehouse, table: LoadTable, loadId: number): Promise<void> => {
  if (!Number.isSafeInteger(loadId)) throw new TypeError(`not a load id: ${loadId}`);
  await warehouse.command(renderStatement(`ALTER TABLE ${table} {on_cluster} DROP PARTITION ${loadId}`, warehouse));
};
