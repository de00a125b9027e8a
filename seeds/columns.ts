/** The column that labels every row as sample data. */
export const SAMPLE_COLUMN = "du_lieu_mau";

/** How every report of a facility begins. */
export const REPORTING_FACILITY = ["ma_co_so", "ma_tinh", "ma_xa"] as const;

/** Position of every column. */
export function positions<Column extends string>(columns: readonly Column[]): Readonly<Record<Column, number>> {
  return Object.fromEntries(columns.map((column, index) => [column, index])) as Readonly<Record<Column, number>>;
}
