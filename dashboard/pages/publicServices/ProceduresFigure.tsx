import { useMemo } from "react";
import { barsPainter } from "../../charts/barsPainter.ts";
import { Figure } from "../../charts/Figure.tsx";
import { wordOf } from "../../messages/dimensionWords.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { prepareProcedures } from "./prepareProcedures.ts";
import { dimensions, procedureMeasures, publicServices, type useProcedures } from "./publicServices.ts";

/** More are in the table. */
const SHOWN = 12;
const onTimeRate = publicServices.meta("on_time_rate");

/** The procedures that most dossiers are resolved too late in. */
export function ProceduresFigure({ bundle }: { bundle: ReturnType<typeof useProcedures> }) {
  const { t, format, language } = useText();
  const procedures = useMemo(() => prepareProcedures(bundle.data?.procedures ?? []), [bundle.data]);
  const first = procedures.slice(0, SHOWN);
  const [from, to] = bundle.frame.period;
  const sayLevel = (code: string) => {
    const word = wordOf("handling_level", code);
    return word === null ? code : t(word);
  };
  return (
    <Figure
      title={t("publicServices.procedures.title")}
      unit={t("measureUnit.dossier")}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      table={
        bundle.data && {
          columns: [
            { label: dimensions.procedure_code.title[language], kind: "text" },
            { label: dimensions.procedure_name.title[language], kind: "text" },
            { label: dimensions.handling_level.title[language], kind: "text" },
            { label: t("publicServices.overdue"), kind: "number" },
            ...procedureMeasures.map((measure) => ({
              label: publicServices.meta(measure).title[language],
              kind: publicServices.meta(measure).unit === "percent" ? ("share" as const) : ("number" as const),
            })),
          ],
          rows: procedures.map(({ row, overdue }) => [
            row.procedure_code,
            row.procedure_name,
            sayLevel(row.handling_level),
            overdue,
            ...procedureMeasures.map((measure) => row[measure]),
          ]),
        }
      }
      painter={barsPainter(
        first.map(({ row, overdue, share }) => ({
          label: row.procedure_name,
          value: format.integer(overdue),
          share,
          detail: format.percent(row.on_time_rate),
          tone: "warn",
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={procedures.length === 0}
      className="span-12"
      why={[onTimeRate]}
      notes={<p>{t("publicServices.procedures.note", { shown: first.length, count: procedures.length })}</p>}
    >
      <ol className="classes">
        {first.map(({ row, overdue, share }) => (
          <li key={row.procedure_code} className="class-row">
            <span className="class-name">{row.procedure_name}</span>
            <span className={share === null ? "rank-track is-missing" : "rank-track"} aria-hidden="true">
              {share !== null && <span className="rank-bar rank-bar-late" style={{ inlineSize: `${share * 100}%` }} />}
            </span>
            <span className="class-value">{format.integer(overdue)}</span>
            <span className="class-share">{format.percent(row.on_time_rate)}</span>
            <WhyButton
              cell={cellOf(onTimeRate, { where: [["procedure_code", [row.procedure_code]]] })}
              of={`${onTimeRate.title[language]}, ${row.procedure_name}`}
            />
          </li>
        ))}
      </ol>
    </Figure>
  );
}
