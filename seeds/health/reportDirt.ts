import type { SpoilRow } from "./ReportSink.ts";

const CODE = 0;
const COMMUNE = 2;

export const FACILITY_UNKNOWN: Readonly<Record<string, SpoilRow>> = {
  // A code mistyped in one row. Only of flows: a level told once under another code would count beside the facility's own.
  facility_unknown: (row) => set(row, CODE, `X${row[CODE]}`),
  commune_unknown: (row) => set(row, CODE, `X${row[CODE]}`) && set(row, COMMUNE, "99999"),
  province_only: (row) => set(row, CODE, `X${row[CODE]}`) && set(row, COMMUNE, ""),
};

/** Repeated, contradicting and unusable rows; `count` is a column that contradicts, `day` the one of the month or day. */
export function refused(count: number, day: number): Record<string, SpoilRow> {
  return {
    duplicate_row: () => true,
    row_conflict: (row) => row[count] !== "" && set(row, count, row[count] === "7" ? "8" : "7"),
    facility_code_missing: (row) => set(row, CODE, ""),
    month_unreadable: (row) => set(row, day, row[day]?.length === 10 ? "31/02/2022" : "13/2022"),
    month_to_come: (row) => set(row, day, row[day]?.length === 10 ? "15/06/2202" : "06/2202"),
  };
}

export function set(row: string[], column: number, value: string): true {
  row[column] = value;
  return true;
}

export const numberIn = (row: readonly string[], column: number): number =>
  Number((row[column] ?? "").replaceAll(".", ""));
export const isLarger = (row: readonly string[], column: number, limit: number): boolean =>
  numberIn(row, column) > limit;
