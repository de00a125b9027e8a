import "../theme/care.css";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { MISSING } from "../format/createFormat.ts";
import { useText } from "../messages/useText.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { CellButton } from "../why/CellButton.tsx";
import { moveInTable } from "./moveInTable.ts";
import { type Calendar, type CalendarRow, stepOfShare, writeShare } from "./prepareCalendar.ts";

interface Props {
  calendar: Calendar;
  /** What the box that scrolls is called. */
  label: string;
  nameTitle: string;
  nameOf(row: CalendarRow): ReactNode;
  /** Where the figure of a month comes from. */
  whyOf(row: CalendarRow, month: string): WhyCell | null;
  /** One more column, at the end. */
  trail?: { title: string; of(row: CalendarRow): string };
}
/** A share of units by month, in per cent and in colour; months without a figure are hatched. A figure says, when pressed, where it comes from. */
export function CalendarGrid({ calendar, label, nameTitle, nameOf, whyOf, trail }: Props) {
  const { t, format } = useText();
  const { months, rows } = calendar;
  const box = useRef<HTMLElement>(null);
  // Where not all months fit, the newest are those to see first.
  useLayoutEffect(() => {
    if (box.current && months.length > 0) box.current.scrollLeft = box.current.scrollWidth;
  }, [months]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard too.
    <section ref={box} className="calendar-box" tabIndex={0} aria-label={label}>
      <table className="calendar" onKeyDown={moveInTable}>
        <thead>
          <tr>
            <th scope="col">{nameTitle}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {format.month(month).replace("/", " ")}
              </th>
            ))}
            {trail && <th scope="col">{trail.title}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{nameOf(row)}</th>
              {months.map((month, index) => {
                const value = row.values[index] ?? null;
                return (
                  <td
                    key={month}
                    className={value === null ? "legend-missing" : ""}
                    style={
                      value === null
                        ? {}
                        : { background: `var(--${stepOfShare(value)})`, color: `var(--on-${stepOfShare(value)})` }
                    }
                  >
                    {value === null ? (
                      MISSING
                    ) : (
                      <CellButton
                        text={writeShare(value)}
                        name={t("calendar.cell", {
                          name: row.name,
                          month: format.month(month),
                          share: format.percent(value),
                        })}
                        why={whyOf(row, month)}
                        isStop={index === row.values.findLastIndex((each) => each !== null)}
                      />
                    )}
                  </td>
                );
              })}
              {trail && <td className="calendar-trail">{trail.of(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
