import { withoutConditionOn } from "../data/narrowing.ts";
import type { Bundle } from "../data/useBundle.ts";
import type { Part } from "../data/useParts.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { sayConditions } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import { cellOf } from "../url/whyCell.ts";
import { WhyButton } from "../why/WhyButton.tsx";
import { barsPainter } from "./barsPainter.ts";
import { ChooseButton } from "./ChooseButton.tsx";
import { Figure } from "./Figure.tsx";
import { prepareParts } from "./prepareParts.ts";
import { RowsMenu } from "./RowsMenu.tsx";

interface Props {
  bundle: Bundle<{ parts: Part[] }>;
  measure: MeasureMeta;
  /** How many the measure is told of. */
  count: MeasureMeta;
  /** The figures are of what happened in the period, not of how things stand at its end. */
  isOfPeriod?: boolean;
  /** Its dimensions stand side by side, across the page. */
  isWide?: boolean;
}

/** A measure by the kinds of what it is told of, and how many there are of each kind. */
export function PartsFigure({ bundle, measure, count, isOfPeriod = false, isWide = false }: Props) {
  const { t, format, language } = useText();
  const sections = prepareParts(bundle.data?.parts ?? [], measure, count.name).filter(({ rows }) => rows.length > 0);
  const write = (value: number | null) => formatMeasure(value, measure, format, "short");
  const nameOf = (row: { word: Parameters<typeof t>[0] | null; code: string }) =>
    row.word === null ? row.code : t(row.word);
  const rows = sections.flatMap(({ dimension, rows: told }) => told.map((row) => ({ ...row, dimension })));
  // Each dimension shows all its values; those chosen of the others narrow it.
  const by = sections.map(({ dimension }) => dimension);
  const chosen = bundle.frame.only.filter(([name]) => by.includes(name));
  const narrowedTo = (dimension: string) => sayConditions(withoutConditionOn(chosen, dimension), t);
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
            ...(chosen.length === 0 ? [] : [{ label: t("only.column"), kind: "text" as const }]),
          ],
          rows: rows.map((row) => [
            ...[nameOf(row), row.value, row.count],
            ...(chosen.length === 0 ? [] : [narrowedTo(row.dimension)]),
          ]),
        }
      }
      painter={barsPainter(
        rows.map((row) => ({
          // A picture has no headings to say it in.
          label: [nameOf(row), narrowedTo(row.dimension)].filter((word) => word !== "").join(" · "),
          value: write(row.value),
          share: row.share,
          detail: format.compact(row.count),
        })),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={rows.length === 0}
      className={isWide ? "span-12 is-wide" : "span-5"}
      by={by}
      why={[measure, count]}
      notes={<p>{t("facility.countNote", { count: count.title[language] })}</p>}
    >
      <div className="classes">
        {sections.map((section) => (
          <section key={section.dimension}>
            {section.title !== null && (
              <h3>
                {t(section.title)}
                {narrowedTo(section.dimension) !== "" &&
                  ` · ${t("only.said", { values: narrowedTo(section.dimension) })}`}
              </h3>
            )}
            <ol>
              {section.rows.map((row) => (
                <li key={row.code} className="class-row">
                  <span className="class-name">
                    <ChooseButton dimension={section.dimension} value={row.code}>
                      {nameOf(row)}
                    </ChooseButton>
                  </span>
                  <span className={row.share === null ? "rank-track is-missing" : "rank-track"} aria-hidden="true">
                    {row.share !== null && <span className="rank-bar" style={{ inlineSize: `${row.share * 100}%` }} />}
                  </span>
                  <span className="class-value">
                    <RowsMenu dimension={section.dimension} value={row.code} of={nameOf(row)}>
                      {write(row.value)}
                    </RowsMenu>
                  </span>
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
