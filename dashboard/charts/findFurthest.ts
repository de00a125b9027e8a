import type { PlaceColumns } from "../data/defineView.ts";
import { isUnknownCode } from "../data/isUnknownCode.ts";
import { numberIn, textIn } from "../data/readRow.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";

export interface Furthest {
  name: string;
  value: number;
}

/** The unit furthest behind on a measure; null where fewer than two are known, where all are alike, or where several share the last place. */
export function findFurthest(
  rows: readonly FigureRow[],
  columns: Pick<PlaceColumns, "code" | "name"> | null,
  { name, better }: Pick<MeasureMeta, "name" | "better">,
): Furthest | null {
  if (columns === null || better === "none") return null;
  const direction = better === "down" ? -1 : 1;
  const known = rows
    .flatMap((row): Furthest[] => {
      const value = numberIn(row, name);
      return value === null || isUnknownCode(textIn(row, columns.code))
        ? []
        : [{ name: textIn(row, columns.name), value }];
    })
    .sort((a, b) => direction * (a.value - b.value));
  const [last, next] = known;
  return last === undefined || next === undefined || last.value === next.value ? null : last;
}
