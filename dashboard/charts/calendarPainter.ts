import type { Painter } from "./download.ts";
import { gridPainter } from "./gridPainter.ts";
import { type Calendar, type CalendarRow, stepOfShare, writeShare } from "./prepareCalendar.ts";

interface Words {
  nameTitle: string;
  month(month: string): string;
  /** One more column, at the end. */
  trail?: { title: string; of(row: CalendarRow): string };
}

/** A calendar in a picture, in the colours of the screen. */
export const calendarPainter = ({ months, rows }: Calendar, { nameTitle, month, trail }: Words): Painter =>
  gridPainter({
    nameTitle,
    columns: [...months, ...(trail ? [trail.title] : [])].map((each, index) => ({
      title: index < months.length ? month(each) : each,
    })),
    rows: rows.map((row) => ({
      name: row.name,
      cells: [
        ...row.values.map((value) => ({
          lines: [writeShare(value)],
          ground: value === null ? ("missing" as const) : stepOfShare(value),
        })),
        ...(trail ? [{ lines: [trail.of(row)] }] : []),
      ],
    })),
    nameWeight: 2.6,
  });
