import dayjs from "dayjs";
import { numberIn, textIn } from "../data/readRow.ts";
import type { FigureRow } from "../data/viewCatalogue.ts";

export interface SparkPoint {
  day: string;
  /** Null: a gap. */
  value: number | null;
}

const MONTHS = 12;

/**
 * A figure at the twelve month ends up to the newest one told. Months that nobody tells of are gaps, and so are the zeros before
 * its first figure: a count of what was never sent is zero in the model. One that has only ever been zero stands at zero.
 */
export function prepareSpark(history: readonly FigureRow[], measure: string): SparkPoint[] {
  const newest = textIn(history.at(-1), "date");
  if (newest === "") return [];
  const values = new Map(history.map((row) => [textIn(row, "date").slice(0, 7), numberIn(row, measure)]));
  const points = Array.from({ length: MONTHS }, (_, index): SparkPoint => {
    const month = dayjs(newest).subtract(MONTHS - 1 - index, "month");
    return { day: month.format("YYYY-MM-01"), value: values.get(month.format("YYYY-MM")) ?? null };
  });
  const begins = points.findIndex(({ value }) => value !== null && value !== 0);
  return points.map((point, index) => (index < begins ? { ...point, value: null } : point));
}
