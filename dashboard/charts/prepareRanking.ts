import type { PlaceColumns } from "../data/defineView.ts";
import { isUnknownCode } from "../data/isUnknownCode.ts";
import { numberIn, textIn } from "../data/readRow.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import type { AreaLevel } from "../url/areaRef.ts";
import { type AreaState, assessArea } from "./assess.ts";

export interface RankedArea {
  level: AreaLevel;
  code: string;
  name: string;
  value: number | null;
  /** 1 for the best; null where there is no figure or the unit is the unknown member. */
  rank: number | null;
  state: AreaState | null;
  isUnknown: boolean;
}
export interface Ranking {
  areas: RankedArea[];
  whole: number | null;
  /** Right end of the scale; bars start at zero. */
  max: number;
}

/** Units that exist, of which a view may say nothing. */
export type ExistingArea = Pick<RankedArea, "level" | "code" | "name">;

/** Areas from best to worst; those without a figure, or without any row, after them, and the unknown member last. */
export function prepareRanking(
  rows: readonly FigureRow[],
  columns: PlaceColumns,
  meta: MeasureMeta,
  whole: number | null,
  existing: readonly ExistingArea[] = [],
): Ranking {
  const told = new Set(rows.map((row) => textIn(row, columns.code)));
  const silent = existing
    .filter(({ level, code }) => level === columns.level && !told.has(code))
    .map(({ code, name }): FigureRow => ({ [columns.code]: code, [columns.name]: name, [meta.name]: null }));
  const areas = [...rows, ...silent].map((row): Omit<RankedArea, "rank"> => {
    const code = textIn(row, columns.code);
    const value = numberIn(row, meta.name);
    const isUnknown = isUnknownCode(code);
    return {
      level: columns.level,
      code,
      name: textIn(row, columns.name),
      value,
      state: isUnknown ? null : assessArea(value, meta.isRate ? whole : null, meta),
      isUnknown,
    };
  });
  const direction = meta.better === "down" ? 1 : -1;
  const group = (area: Omit<RankedArea, "rank">) => (area.isUnknown ? 2 : area.value === null ? 1 : 0);
  areas.sort(
    (a, b) =>
      group(a) - group(b) ||
      direction * ((a.value ?? 0) - (b.value ?? 0)) ||
      a.name.localeCompare(b.name, "vi") ||
      a.code.localeCompare(b.code),
  );
  const values = areas.flatMap((area) => (area.value === null ? [] : [area.value]));
  const target = meta.unit === "percent" ? 1 : 0;
  // A share may pass 100 %: such a bar must not leave its track.
  const max = Math.max(target, meta.isRate ? (whole ?? 0) : 0, ...values);
  let rank = 0;
  return {
    areas: areas.map((area) => ({ ...area, rank: group(area) === 0 ? ++rank : null })),
    whole,
    max: max > 0 ? max : 1,
  };
}
