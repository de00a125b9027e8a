import type { PlaceColumns } from "../../data/defineView.ts";
import { isUnknownCode } from "../../data/isUnknownCode.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

export interface DensityBar {
  value: number | null;
  /** Length, 0 to 1; null: no figure. */
  share: number | null;
}
export interface Density {
  rows: { code: string; name: string; bars: DensityBar[] }[];
  /** The whole's figure per measure, on the same scales. */
  whole: DensityBar[];
}

/** Measures side by side, each on its own scale, for units in order of the first; those it is not told of at the end. */
export function prepareDensity(
  children: readonly FigureRow[],
  columns: Pick<PlaceColumns, "code" | "name"> | null,
  measures: readonly string[],
  current: FigureRow | undefined,
): Density {
  const known = columns === null ? [] : children.filter((row) => !isUnknownCode(textIn(row, columns.code)));
  const longest = measures.map((name) =>
    Math.max(0, ...known.map((row) => numberIn(row, name) ?? 0), numberIn(current, name) ?? 0),
  );
  const barsOf = (row: FigureRow | undefined) =>
    measures.map((name, index): DensityBar => {
      const value = numberIn(row, name);
      const length = longest[index] ?? 0;
      return { value, share: value === null || length <= 0 ? null : value / length };
    });
  const first = (row: FigureRow) => numberIn(row, measures[0] ?? "") ?? -1;
  return {
    rows: known
      .filter((row) => measures.some((name) => numberIn(row, name) !== null))
      .sort((a, b) => first(b) - first(a))
      .map((row) => ({
        code: textIn(row, columns?.code ?? ""),
        name: textIn(row, columns?.name ?? ""),
        bars: barsOf(row),
      })),
    whole: barsOf(current),
  };
}
