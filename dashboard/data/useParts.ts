import type { CubeView } from "./defineView.ts";
import type { Frame } from "./frame.ts";
import { besideItsOwn } from "./narrowing.ts";
import { type Bundle, useBundle } from "./useBundle.ts";
import type { DimensionOf, FigureRow, MeasureOf, ViewName } from "./viewCatalogue.ts";

export interface Part {
  dimension: string;
  rows: readonly FigureRow[];
}

/** The measures by all values of each of some dimensions: states at the end of the day, flows within the period. */
export const useParts = <V extends ViewName>(
  view: CubeView<V>,
  frame: Frame,
  measures: readonly MeasureOf<V>[],
  dimensions: readonly DimensionOf<V>[],
): Bundle<{ parts: Part[] }> =>
  useBundle([view.name, "parts", ...dimensions, ...measures], frame, async (asked, signal) => ({
    parts: await Promise.all(
      dimensions.map(async (dimension) => ({
        dimension,
        rows: await view.figures(
          besideItsOwn(asked, dimension),
          { measures, by: [dimension], days: asked.period },
          signal,
        ),
      })),
    ),
  }));
