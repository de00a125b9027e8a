import { useMemo } from "react";
import { CalendarGrid } from "../../charts/CalendarGrid.tsx";
import { calendarPainter } from "../../charts/calendarPainter.ts";
import { Figure } from "../../charts/Figure.tsx";
import { prepareCalendar } from "../../charts/prepareCalendar.ts";
import { UnitLink } from "../../charts/UnitLink.tsx";
import { bucketDays } from "../../data/periods.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import { resources, type useUpdateCalendar } from "./resources.ts";

const meta = resources.meta("facility_update_rate");

/** Who kept the figures up, month by month: the worst now at the top. */
export function UpdateCalendarFigure({ bundle }: { bundle: ReturnType<typeof useUpdateCalendar> }) {
  const { t, format, language } = useText();
  const columns = useMemo(() => resources.placesBelow(bundle.frame), [bundle.frame]);
  const calendar = useMemo(
    () => prepareCalendar(bundle.data?.points ?? [], columns, meta.name, bundle.frame.history),
    [bundle.data, bundle.frame, columns],
  );
  const { months, rows } = calendar;
  const [from, to] = bundle.frame.history;
  return (
    <Figure
      why={[meta]}
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
      painter={calendarPainter(calendar, { nameTitle: t("table.name"), month: format.month })}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={880}
      isEmpty={rows.length === 0}
      className="span-7"
      notes={<p>{t("resources.calendar.note")}</p>}
    >
      <CalendarGrid
        calendar={calendar}
        label={t("resources.calendar.scroll")}
        nameTitle={t("table.name")}
        nameOf={(row) => <UnitLink {...row} />}
        whyOf={({ code }, month) =>
          cellOf(meta, {
            area: { level: columns?.level ?? "province", code },
            days: bucketDays(month, "month", bundle.frame.history),
          })
        }
      />
    </Figure>
  );
}
