import type { Bundle } from "../data/useBundle.ts";
import type { Part } from "../data/useParts.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { cellOf } from "../url/whyCell.ts";
import { WhyButton } from "../why/WhyButton.tsx";
import { barsPainter } from "./barsPainter.ts";
import { Figure } from "./Figure.tsx";
import { prepareParts } from "./prepareParts.ts";

interface Props {
  bundle: Bundle<{ parts: Part[] }>;
  measure: MeasureMeta;
  /** How many the measure is told of. */
  count: MeasureMeta;
  /** The figures are of what happened in the period, not of how things stand at its end. */
  isOfPeriod?: boolean;
}

/** A measure by the kinds of what it is told of, and how many there are of each kind. */
export function PartsFigure({ bundle, measure, count, isOfPeriod = false }: Props) {
  const { t, format, language } = useText();
  const sections = prepareParts(bundle.data?.parts ?? [], measure, count.name).filter(({ rows }) => rows.length > 0);
  const write = (value: number | null) => formatMeasure(value, measure, format, "short");
  const nameOf = (row: { word: Parameters<typeof t>[0] | null; code: string }) =>
    row.word === null ? row.code : t(row.word);
  const rows = sections.flatMap((section) => section.rows);
  return (
    <Figure
      title={measure.title[language]}
      unit={t(`measureUnit.${measure.unit}`)}
      period={
        isOfPeriod
          ? t("period.range", { from: format.day(bundle.frame.period[0]), to: format.day(bundle.frame.period[1]) })
          : t("period.asOf", { day: format.day(bundle.frame.asOf) })
      }
      table={
        bundle.data && {
          columns: [
            { label: t("facility.kind"), kind: "text" },
            { label: measure.title[language], kind: measure.unit === "percent" ? "share" : "number" },
            { label: count.title[language], kind: "number" },
          ],
          rows: rows.map((row) => [nameOf(row), row.value, row.count]),
        }
      }
      painter={barsPainter(
        rows.map((row) => ({
          label: nameOf(row),
          value: write(row.value),
          share: row.share,
          detail: format.compact(row.count),
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={rows.length === 0}
      className="span-5"
      why={[measure, count]}
      notes={<p>{t("facility.countNote", { count: count.title[language] })}</p>}
    >
      <div className="classes">
        {sections.map((section) => (
          <section key={section.dimension}>
            {section.title !== null && <h3>{t(section.title)}</h3>}
            <ol>
              {section.rows.map((row) => (
                <li key={row.code} className="class-row">
                  <span className="class-name">{nameOf(row)}</span>
                  <span className={row.share === null ? "rank-track is-missing" : "rank-track"} aria-hidden="true">
                    {row.share !== null && <span className="rank-bar" style={{ inlineSize: `${row.share * 100}%` }} />}
                  </span>
                  <span className="class-value">{write(row.value)}</span>
                  <span className="class-share">{format.compact(row.count)}</span>
                  <WhyButton
                    cell={cellOf(measure, { where: [[section.dimension, [row.code]]] })}
                    of={`${measure.title[language]}, ${nameOf(row)}`}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Figure>
  );
}
