import dayjs from "dayjs";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

export interface Month {
  /** Its first day. */
  month: string;
  value: number | null;
  /** The figure of the same month a year before. */
  yearBefore: number | null;
}

/** A measure in the twelve months up to the newest one told of, each beside the same month a year before. */
export function prepareMonths(points: readonly FigureRow[], newest: string | null, measure: string): Month[] {
  if (newest === null) return [];
  const values = new Map(points.map((row) => [textIn(row, "date").slice(0, 7), numberIn(row, measure)]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = dayjs(newest)
      .startOf("month")
      .subtract(11 - index, "month");
    return {
      month: month.format("YYYY-MM-DD"),
      value: values.get(month.format("YYYY-MM")) ?? null,
      yearBefore: values.get(month.subtract(1, "year").format("YYYY-MM")) ?? null,
    };
  });
}
