import { type SourceTable, sourceTables } from "../../warehouse/sources/sources.ts";

/** Tables that only a publication writes, to work out what a load changes in the rollup. */
export const rollupTables = [
  "mart.agg_vaccination_by_day",
  "landing.rollup_subjects",
  "landing.rollup_changes",
] as const;

const pipelineTables = [
  ...rollupTables,
  "mart.agg_quality_by_load",
  "mart.agg_findings_by_load",
  "ops.rejects",
  "ops.findings",
] as const;

/** A table that holds rows under a load, in a partition of its own. */
export type LoadTable = SourceTable | (typeof pipelineTables)[number];

/** Every table that a run may write: what it drops of a load that it does not publish. */
export const loadTables: readonly LoadTable[] = [...sourceTables, ...pipelineTables];
