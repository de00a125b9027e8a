import { barsPainter } from "../../charts/barsPainter.ts";
import { Figure } from "../../charts/Figure.tsx";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { prepareStaff } from "./prepareStaff.ts";
import { resources, type useResourceTotals } from "./resources.ts";

/** Who works in the facilities, by profession. */
export function StaffFigure({ bundle }: { bundle: ReturnType<typeof useResourceTotals> }) {
  const { t, format, language } = useText();
  const bars = prepareStaff(bundle.data?.current);
  const longest = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const titleOf = (measure: (typeof bars)[number]["measure"]) => resources.meta(measure).title[language];
  return (
    <Figure
      why={bars.map(({ measure }) => resources.meta(measure))}
      title={t("resources.group.staff")}
      unit={t("measureUnit.person")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("facility.kind"), kind: "text" },
            { label: t("measureUnit.person"), kind: "number" },
            { label: t("errorClass.share"), kind: "share" },
          ],
          rows: bars.map(({ measure, value, share }) => [titleOf(measure), value, share]),
        }
      }
      painter={barsPainter(
        bars.map(({ measure, value, share }) => ({
          label: titleOf(measure),
          value: format.compact(value),
          share: value === null ? null : value / longest,
          ...(share === null ? {} : { detail: format.percent(share) }),
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={bars.every(({ value }) => value === null)}
      className="span-5"
    >
      <ol className="classes">
        {bars.map(({ measure, value, share }) => (
          <li key={measure} className="class-row">
            <span className="class-name">{titleOf(measure)}</span>
            <span className={value === null ? "rank-track is-missing" : "rank-track"} aria-hidden="true">
              {value !== null && <span className="rank-bar" style={{ inlineSize: `${(value / longest) * 100}%` }} />}
            </span>
            <span className="class-value">{format.compact(value)}</span>
            <span className="class-share">{share === null ? "" : format.percent(share)}</span>
            <WhyButton cell={cellOf(resources.meta(measure))} of={titleOf(measure)} />
          </li>
        ))}
      </ol>
    </Figure>
  );
}
