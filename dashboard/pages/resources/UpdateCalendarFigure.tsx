import { useMemo } from "react";
import { ViewLink } from "../../app/ViewLink.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { useText } from "../../messages/useText.ts";
import { parseAreaCode } from "../../url/areaRef.ts";
import { prepareCalendar } from "./prepareCalendar.ts";
import { resources, type useUpdateCalendar } from "./resources.ts";

const meta = resources.meta("facility_update_rate");
/** Seven steps over the whole of a share, so that a colour means the same in every month. */
const stepOf = (share: number) => Math.max(0, Math.min(6, Math.floor(share * 7)));

/** Who kept the figures up, month by month: the worst now at the top. */
export function UpdateCalendarFigure({ bundle }: { bundle: ReturnType<typeof useUpdateCalendar> }) {
  const { t, format, language } = useText();
  const columns = useMemo(() => resources.placesBelow(bundle.frame), [bundle.frame]);
  const { months, rows } = useMemo(
    () => prepareCalendar(bundle.data?.points ?? [], columns, meta.name, bundle.frame.history),
    [bundle.data, bundle.frame, columns],
  );
  const [from, to] = bundle.frame.history;
  return (
    <Figure
      title={t("resources.calendar.title", { level: t(`level.${columns?.level ?? "province"}`) })}
      unit={t("resources.calendar.unit", { measure: meta.title[language] })}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      table={
        bundle.data && {
          columns: [
            { label: t("table.name"), kind: "text" },
            ...months.map((month) => ({ label: format.month(month), kind: "share" as const })),
          ],
          rows: rows.map((row) => [row.name, ...row.values]),
        }
      }
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={rows.length === 0}
      className="span-7"
      notes={<p>{t("resources.calendar.note")}</p>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard too. */}
      <section className="calendar-box" tabIndex={0} aria-label={t("resources.calendar.scroll")}>
        <table className="calendar">
          <thead>
            <tr>
              <th scope="col">{t("table.name")}</th>
              {months.map((month) => (
                <th key={month} scope="col">
                  {format.month(month).replace("/", " ")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const area = parseAreaCode(row.code);
              return (
                <tr key={row.code}>
                  <th scope="row">{area ? <ViewLink to={{ area }}>{row.name}</ViewLink> : row.name}</th>
                  {row.values.map((value, index) => (
                    <td
                      key={months[index]}
                      className={value === null ? "legend-missing" : ""}
                      style={
                        value === null
                          ? {}
                          : { background: `var(--step-${stepOf(value)})`, color: `var(--on-step-${stepOf(value)})` }
                      }
                    >
                      {value === null ? "—" : Math.floor(value * 100)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </Figure>
  );
}
