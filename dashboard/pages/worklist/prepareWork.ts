import dayjs from "dayjs";
import { isUnknownCode } from "../../data/isUnknownCode.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";
import { type ErrorClass, unverifiableClasses, wrongClasses } from "../vaccination/prepareErrorClasses.ts";
import type { Work, WorkRows } from "./worklist.ts";

/** As many days as the model's pace of cleansing looks back on: who has corrected nothing in them has no pace. */
export const STALLED_AFTER_DAYS = 28;

/** Corrected nothing ever, nothing for four weeks, something since; nothing left; not told. In the order of urgency. */
export const workStates = ["never", "stalled", "moving", "clean", "noData"] as const;
export type WorkState = (typeof workStates)[number];

/** What is left in one unit. */
export interface WorkUnit {
  code: string;
  name: string;
  isUnknown: boolean;
  state: WorkState;
  left: number | null;
  /** More (or fewer) than on the day to compare with. */
  change: number | null;
  newest: string | null;
  daysSince: number | null;
  pace: number | null;
  forecast: string | null;
  /** Share of the doses that were sent. */
  share: number | null;
  classes: ReadonlyMap<ErrorClass, number>;
}
export interface Worklist {
  whole: WorkUnit | null;
  units: WorkUnit[];
}

/** How the rows name their units. */
interface Columns {
  code: string;
  name: string;
}

const classOf = (text: string): ErrorClass | undefined =>
  [...wrongClasses, ...unverifiableClasses].find((known) => known === text);

function stateOf(left: number | null, daysSince: number | null): WorkState {
  if (left === null) return "noData";
  if (left <= 0) return "clean";
  if (daysSince === null) return "never";
  return daysSince > STALLED_AFTER_DAYS ? "stalled" : "moving";
}

/**
 * Units with what is left in them, most first; what is known only further up last, if there is any. A class that has no row of
 * a unit has nobody there.
 */
export function prepareWork(rows: WorkRows, columns: Columns, { left, newest }: Work, asOf: string): Worklist {
  const before = new Map(rows.before?.map((row) => [textIn(row, columns.code), numberIn(row, left)]));
  const classes = new Map<string, Map<ErrorClass, number>>();
  const all = new Map<ErrorClass, number>();
  for (const row of rows.classes) {
    const [errorClass, count] = [classOf(textIn(row, "error_class")), numberIn(row, left)];
    if (errorClass === undefined || count === null) continue;
    const code = textIn(row, columns.code);
    const own = classes.get(code) ?? new Map<ErrorClass, number>();
    classes.set(code, own.set(errorClass, (own.get(errorClass) ?? 0) + count));
    all.set(errorClass, (all.get(errorClass) ?? 0) + count);
  }
  const toUnit = (row: FigureRow, own: ReadonlyMap<ErrorClass, number>, past: number | null): WorkUnit => {
    const [count, sent, day] = [numberIn(row, left), numberIn(row, "doses_sent"), textIn(row, newest) || null];
    const daysSince = day === null ? null : dayjs(asOf).diff(day, "day");
    const code = textIn(row, columns.code);
    return {
      code,
      name: textIn(row, columns.name),
      isUnknown: code === "" || isUnknownCode(code),
      state: stateOf(count, daysSince),
      left: count,
      change: count === null || past === null ? null : count - past,
      newest: day,
      daysSince,
      pace: numberIn(row, "cleansing_rate"),
      forecast: textIn(row, "cleansing_forecast_date") || null,
      share: count === null || sent === null || sent <= 0 ? null : count / sent,
      classes: own,
    };
  };
  const pasts = [...before.values()].filter((count) => count !== null);
  const past = rows.before === null || pasts.length === 0 ? null : pasts.reduce((sum, count) => sum + count, 0);
  return {
    whole: rows.whole === undefined ? null : toUnit(rows.whole, all, past),
    units: rows.units
      .map((row) => {
        const code = textIn(row, columns.code);
        return toUnit(row, classes.get(code) ?? new Map(), before.get(code) ?? null);
      })
      .filter(({ left: count, newest: day, isUnknown }) =>
        isUnknown ? (count ?? 0) > 0 : count !== null || day !== null,
      )
      .sort((a, b) => Number(a.isUnknown) - Number(b.isUnknown) || (b.left ?? -1) - (a.left ?? -1)),
  };
}

/** How many units stand in each state; what is known only further up is no unit. */
export function countWork(units: readonly WorkUnit[]): Record<WorkState, number> {
  const counts: Record<WorkState, number> = { never: 0, stalled: 0, moving: 0, clean: 0, noData: 0 };
  for (const { state, isUnknown } of units) if (!isUnknown) counts[state] += 1;
  return counts;
}
