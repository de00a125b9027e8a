import dayjs from "dayjs";
import type { PlaceColumns } from "../data/defineView.ts";
import { isUnknownCode } from "../data/isUnknownCode.ts";
import type { DayRange } from "../data/periods.ts";
import { numberIn, textIn } from "../data/readRow.ts";
import type { FigureRow } from "../data/viewCatalogue.ts";
import { MISSING } from "../format/createFormat.ts";

export interface CalendarRow {
  code: string;
  name: string;
  /** One figure per month; null where nothing is told. */
  values: (number | null)[];
}
export interface Calendar {
  /** First day of each month, oldest first. */
  months: string[];
  rows: CalendarRow[];
}

const steps = ["step-0", "step-1", "step-2", "step-3", "step-4", "step-5", "step-6"] as const;
/** Seven steps over the whole of a share, so that a colour means the same in every month. */
export const stepOfShare = (share: number) => steps[Math.max(0, Math.min(6, Math.floor(share * 7)))] ?? "step-0";
/** In whole per cent, never up to one that is not reached. */
export const writeShare = (share: number | null): string =>
  share === null ? MISSING : String(Math.floor(share * 100));

/** A measure of units by month, the unit furthest behind in the newest month first, those without a figure at the end. */
export function prepareCalendar(
  points: readonly FigureRow[],
  columns: Pick<PlaceColumns, "code" | "name"> | null,
  measure: string,
  [first, last]: DayRange,
): Calendar {
  const months: string[] = [];
  for (let month = dayjs(first).startOf("month"); month.format("YYYY-MM-DD") <= last; month = month.add(1, "month"))
    months.push(month.format("YYYY-MM-DD"));
  const rows = new Map<string, CalendarRow>();
  for (const point of columns === null ? [] : points) {
    const code = textIn(point, columns?.code ?? "");
    if (isUnknownCode(code)) continue;
    const row = rows.get(code) ?? {
      code,
      name: textIn(point, columns?.name ?? ""),
      values: months.map(() => null),
    };
    const place = months.indexOf(textIn(point, "date"));
    if (place >= 0) row.values[place] = numberIn(point, measure);
    rows.set(code, row);
  }
  const newest = (row: CalendarRow) => row.values.at(-1) ?? Number.POSITIVE_INFINITY;
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return {
    months,
    rows: [...rows.values()].sort((a, b) => compare(newest(a), newest(b)) || a.name.localeCompare(b.name, "vi")),
  };
}
