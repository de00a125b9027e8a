import type { ReactNode } from "react";
import { CalendarGrid } from "../../charts/CalendarGrid.tsx";
import { calendarPainter } from "../../charts/calendarPainter.ts";
import { Figure } from "../../charts/Figure.tsx";
import type { CalendarRow } from "../../charts/prepareCalendar.ts";
import type { Narrowing } from "../../data/narrowing.ts";
import { bucketDays } from "../../data/periods.ts";
import type { Bundle } from "../../data/useBundle.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf, type WhyCell } from "../../url/whyCell.ts";
import type { Arrivals } from "./prepareArrivals.ts";
import { quality } from "./quality.ts";

interface Props {
  bundle: Bundle<object>;
  arrivals: Arrivals;
  title: string;
  /** What a row is: a source, a unit. */
  nameTitle: string;
  nameOf(row: CalendarRow): ReactNode;
  /** Whose reports a row counts: the unit, or what the figures are narrowed to. */
  at(row: CalendarRow): Pick<Partial<WhyCell>, "area" | "where">;
  emptyMessage: string;
  tools?: ReactNode;
  whyWhere?: Narrowing["where"];
}

/** Who sent when, and who has not: reports received of those due, by month, and how many are missing now. */
export function ArrivalsFigure({
  bundle,
  arrivals,
  title,
  nameTitle,
  nameOf,
  at,
  emptyMessage,
  tools,
  whyWhere = [],
}: Props) {
  const { t, format, language } = useText();
  const { months, rows, missing } = arrivals;
  const [from, to] = bundle.frame.history;
  const trail = {
    title: t("quality.arrivals.missing"),
    of: ({ code }: CalendarRow) => format.integer(missing.get(code) ?? null),
  };
  return (
    <Figure
      title={title}
      unit={t("quality.arrivals.unit", { measure: quality.meta("completeness").title[language] })}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      table={
        bundle.data && {
          columns: [
            { label: nameTitle, kind: "text" },
            ...months.map((month) => ({ label: format.month(month), kind: "share" as const })),
            { label: trail.title, kind: "number" },
          ],
          rows: rows.map((row) => [row.name, ...row.values, missing.get(row.code) ?? null]),
        }
      }
      painter={calendarPainter(arrivals, { nameTitle, month: format.month, trail })}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={rows.length === 0}
      emptyMessage={emptyMessage}
      className="span-12"
      why={[quality.meta("completeness")]}
      whyWhere={whyWhere}
      tools={tools}
      notes={<p>{t("quality.arrivals.note")}</p>}
    >
      <CalendarGrid
        calendar={arrivals}
        label={title}
        nameTitle={nameTitle}
        nameOf={nameOf}
        whyOf={(row, month) =>
          cellOf(quality.meta("completeness"), {
            ...at(row),
            days: bucketDays(month, "month", bundle.frame.history),
          })
        }
        trail={trail}
      />
    </Figure>
  );
}
