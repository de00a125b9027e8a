import "../theme/care.css";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useText } from "../messages/useText.ts";
import { type Calendar, type CalendarRow, stepOfShare, writeShare } from "./prepareCalendar.ts";

interface Props {
  calendar: Calendar;
  /** What the box that scrolls is called. */
  label: string;
  nameTitle: string;
  nameOf(row: CalendarRow): ReactNode;
  /** One more column, at the end. */
  trail?: { title: string; of(row: CalendarRow): string };
}
/** A share of units by month, in per cent and in colour; months without a figure are hatched. */
export function CalendarGrid({ calendar, label, nameTitle, nameOf, trail }: Props) {
  const { format } = useText();
  const { months, rows } = calendar;
  const box = useRef<HTMLElement>(null);
  // Where not all months fit, the newest are those to see first.
  useLayoutEffect(() => {
    if (box.current && months.length > 0) box.current.scrollLeft = box.current.scrollWidth;
  }, [months]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard too.
    <section ref={box} className="calendar-box" tabIndex={0} aria-label={label}>
      <table className="calendar">
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
              {row.values.map((value, index) => (
                <td
                  key={months[index]}
                  className={value === null ? "legend-missing" : ""}
                  style={
                    value === null
                      ? {}
                      : { background: `var(--${stepOfShare(value)})`, color: `var(--on-${stepOfShare(value)})` }
                  }
                >
                  {writeShare(value)}
                </td>
              ))}
              {trail && <td className="calendar-trail">{trail.of(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
