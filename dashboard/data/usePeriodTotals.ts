import dayjs from "dayjs";
import { type Totals, useTotals } from "./bundles.ts";
import type { CubeView } from "./defineView.ts";
import type { Frame } from "./frame.ts";
import type { DayRange } from "./periods.ts";
import type { Bundle } from "./useBundle.ts";
import type { MeasureOf, ViewName } from "./viewCatalogue.ts";

/** As many days as the period, up to the day to compare with: flows of a period are compared with those of another, never with one day's. */
export function periodBefore({
  asOf,
  compare,
  period: [first],
}: Pick<Frame, "asOf" | "compare" | "period">): DayRange | null {
  if (compare === null) return null;
  const start = dayjs(first).subtract(dayjs(asOf).diff(compare, "day"), "day");
  return [start.format("YYYY-MM-DD"), compare];
}

/** Every measure of the chosen area over the period, and those to be compared over the period before. */
export const usePeriodTotals = <V extends ViewName, M extends MeasureOf<V>>(
  view: CubeView<V>,
  frame: Frame,
  compared: readonly M[],
): Bundle<Totals<V, M>> => useTotals(view, frame, compared, periodBefore);
