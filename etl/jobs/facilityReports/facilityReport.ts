import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { LoadTable } from "../../publication/loadTables.ts";
import type { RowRule } from "../rowRule.ts";

/** A column of the source that holds a count; the fact's column has the same name. */
export interface CountColumn {
  readonly name: string;
  /** A larger number is a slip of the pen. */
  readonly atMost: number;
}

/**
 * A kind of report that facilities send for a period. One report is what a facility says of one period (of one series, where
 * it has several); it has one row, or several lines.
 */
export interface FacilityReport {
  readonly job: string;
  readonly factTable: LoadTable;
  /** `column` is that of the source and of the fact. */
  readonly period: { readonly kind: "month" | "day"; readonly column: "month" | "payment_date" };
  /** Further columns of the fact that tell the reports of a facility and period apart. */
  readonly series: readonly string[];
  /** Names of expressions that tell the lines of a report apart; none: a report is one row. */
  readonly lines: readonly string[];
  readonly counts: readonly CountColumn[];
  /** Over the columns of the source (`source.month`), `period`, the counts, and each other: each may use the ones before it. */
  readonly expressions: readonly (readonly [name: string, sql: string])[];
  readonly params: Parameters;
  readonly rules: readonly RowRule[];
  /** Names of expressions, beside the counts, that a repeated row may contradict. */
  readonly content: readonly string[];
  /** Columns of the fact beside load_id, facility_code, place_key and the period. */
  readonly facts: readonly (readonly [column: string, sql: string])[];
  /** What of the facts a later report may contradict. */
  readonly figures: readonly { readonly table: LoadTable; readonly columns: readonly string[] }[];
  /** SQL over the facts: the day from which a report's figures are known; may use {as_of:Date}. */
  readonly day: string;
}

/** SQL: columns that tell the reports of one load apart. */
export const reportColumns = ({ series }: Pick<FacilityReport, "series">): string =>
  ["facility_code", ...series, "period"].join(", ");

/** SQL: columns that tell a facility's sequences of reports apart. */
export const sequenceColumns = ({ series }: Pick<FacilityReport, "series">): string =>
  ["facility_code", ...series].join(", ");

/** SQL: the last day of the month that begins on `first`, at most that of the run: the day its figures belong to. */
export const endOfMonth = (first: string): string => `least(toLastDayOfMonth(${first}), {as_of:Date})`;

/** SQL: the period as details of findings name it; empty for one that cannot be read. */
export const periodText = ({ period }: Pick<FacilityReport, "period">): string =>
  `if(period = toDate(0), '', ${period.kind === "month" ? "formatDateTime(period, '%Y-%m')" : "toString(period)"})`;
