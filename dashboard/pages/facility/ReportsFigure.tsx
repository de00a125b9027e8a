import { useMemo } from "react";
import { ViewLink } from "../../app/ViewLink.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { gridPainter } from "../../charts/gridPainter.ts";
import { MISSING } from "../../format/createFormat.ts";
import { useText } from "../../messages/useText.ts";
import { type AreaRef, parseAreaCode } from "../../url/areaRef.ts";
import type { SubjectMonths } from "./facility.ts";
import { monthsOf, prepareReports } from "./prepareReports.ts";

interface Props {
  months: readonly SubjectMonths[];
  /** Where the facility is, as far as is known. */
  commune: { code: string; name: string } | null;
}

/** Which months the facility has sent, subject by subject. */
export function ReportsFigure({ months, commune }: Props) {
  const { t, format } = useText();
  const [first] = months;
  const range = first?.bundle.frame.history;
  const columns = useMemo(() => (range ? monthsOf(range) : []), [range]);
  const rows = months.map(({ subject, told, bundle }) => ({
    subject,
    isKnown: bundle.data !== undefined,
    ...prepareReports(bundle.data?.points ?? [], told, bundle.frame.history),
  }));
  if (first === undefined || range === undefined) return null;
  const area: AreaRef | undefined = commune === null ? undefined : parseAreaCode(commune.code);
  const say = (isReported: boolean) => t(isReported ? "facilityPage.sent" : "facilityPage.notSent");
  return (
    <Figure
      title={t("facilityPage.reports")}
      unit={t("facilityPage.reportsUnit")}
      period={t("period.range", { from: format.day(range[0]), to: format.day(range[1]) })}
      table={
        rows.every(({ isKnown }) => isKnown)
          ? {
              columns: [
                { label: t("facilityPage.subject"), kind: "text" },
                ...columns.map((month) => ({ label: format.month(month), kind: "text" as const })),
              ],
              rows: rows.map((row) => [t(`page.${row.subject}`), ...row.cells.map(say)]),
            }
          : undefined
      }
      painter={gridPainter({
        nameTitle: t("facilityPage.subject"),
        columns: columns.map((month) => ({ title: format.month(month) })),
        rows: rows.map((row) => ({
          name: t(`page.${row.subject}`),
          cells: row.cells.map((isReported) =>
            isReported ? { lines: ["●"] } : { lines: [MISSING], ground: "missing" },
          ),
        })),
        nameWeight: 3,
      })}
      isOld={months.some(({ bundle }) => bundle.isOld)}
      error={months.find(({ bundle }) => bundle.error)?.bundle.error ?? null}
      retry={() => {
        for (const { bundle } of months) if (bundle.error) bundle.retry();
      }}
      className="span-12 facility-sent"
      notes={
        <p>
          {t("facilityPage.findings")}{" "}
          {area && commune && (
            <ViewLink to={{ page: "quality", area }}>{t("facilityPage.findingsOf", { name: commune.name })}</ViewLink>
          )}
        </p>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard too. */}
      <section className="calendar-box" tabIndex={0} aria-label={t("facilityPage.reports")}>
        <table className="calendar facility-reports">
          <thead>
            <tr>
              <th scope="col">{t("facilityPage.subject")}</th>
              <th scope="col">{t("facilityPage.newest")}</th>
              {columns.map((month) => (
                <th key={month} scope="col">
                  {format.month(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.subject}>
                <th scope="row">{t(`page.${row.subject}.short`)}</th>
                <td className="facility-newest">
                  {row.newest === null
                    ? `◆ ${t("facilityPage.noneSent")}`
                    : `${row.isLate ? "◆ " : ""}${format.month(row.newest)}`}
                </td>
                {row.cells.map((isReported, index) => (
                  <td
                    key={columns[index]}
                    className={isReported ? "is-sent" : "legend-missing"}
                    title={say(isReported)}
                  >
                    <span aria-hidden="true">{isReported ? "●" : "—"}</span>
                    <span className="visually-hidden">{say(isReported)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Figure>
  );
}
