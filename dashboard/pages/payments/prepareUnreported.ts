import { numberIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

const isSilent = (row: FigureRow) => numberIn(row, "facilities_reporting") === null;

const unknown = { cashless_ready_facilities: null, cashless_ready_rate: null };

/** A unit from which no facility reported is not known to have none that is ready: its readiness is missing, not 0. */
export const unreportedAsMissing = <R extends FigureRow>(row: R) => (isSilent(row) ? { ...row, ...unknown } : row);

/** The same of the parts of a unit, whose own row says whether anything was sent. */
export const partsOfUnreported = <R extends FigureRow>(parts: readonly R[], whole: FigureRow | undefined) =>
  whole !== undefined && isSilent(whole) ? parts.map((part) => ({ ...part, ...unknown })) : [...parts];
