import { numberIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

const isSilent = (row: FigureRow) => numberIn(row, "facilities_reporting") === null;

/** A unit from which no facility reported is not known to have none that is ready: its readiness is missing, not 0. */
export const unreportedAsMissing = (rows: readonly FigureRow[]): FigureRow[] =>
  rows.map((row) => (isSilent(row) ? { ...row, cashless_ready_facilities: null, cashless_ready_rate: null } : row));
