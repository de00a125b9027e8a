import { numberIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

export const staffMeasures = ["doctors", "assistant_doctors", "nurses", "midwives", "pharmacists"] as const;

export interface StaffBar {
  measure: (typeof staffMeasures)[number];
  value: number | null;
  /** Share of all staff that is told of. */
  share: number | null;
}

/** The professions and their shares; no shares where one of them is not told, since the whole is then not known. */
export function prepareStaff(row: FigureRow | undefined): StaffBar[] {
  const bars = staffMeasures.map((measure) => ({ measure, value: numberIn(row, measure) }));
  const isWhole = bars.every(({ value }) => value !== null);
  const total = bars.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return bars.map((bar) => ({
    ...bar,
    share: !isWhole || bar.value === null || total <= 0 ? null : bar.value / total,
  }));
}
