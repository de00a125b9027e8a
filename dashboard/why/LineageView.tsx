import { ViewLink } from "../app/ViewLink.tsx";
import { readValue } from "../data/readValue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { sayCode } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { ChangeList } from "./ChangeList.tsx";
import { CopyLine } from "./CopyLine.tsx";
import { FormulaView } from "./FormulaView.tsx";
import type { Lineage } from "./fetchLineage.ts";
import type { Catalogue, DescribedMeasure } from "./loadCatalogue.ts";
import { MappingView } from "./MappingView.tsx";
import { SourceList } from "./SourceList.tsx";

interface Props {
  lineage: Lineage;
  catalogue: Catalogue;
  meta: DescribedMeasure;
  /** Where its parts lie on the screen, so that each can be asked in turn. */
  cell: WhyCell;
}

/** Of where and when the figure is, and what it is, in full. */
export function FigureView({ lineage, catalogue, meta }: Omit<Props, "cell">) {
  const { t, format } = useText();
  const value = readValue(meta.unit, lineage.value);
  return (
    <>
      <Scene lineage={lineage} catalogue={catalogue} />
      <p className="why-value">
        {value === null ? t("figureState.noData") : formatMeasure(value, meta, format, "full")}
        {meta.unit !== "percent" && meta.unit !== "date" && value !== null && (
          <span className="why-unit"> {t(`measureUnit.${meta.unit}`)}</span>
        )}
      </p>
      {typeof value === "number" && !Number.isInteger(value) && (
        <p className="why-exact">{t("why.exact", { value: format.exact(value) })}</p>
      )}
    </>
  );
}

/** Where a figure comes from: definition, parts, mapping, how to cite it, files, and what changed it. */
export function LineageView({ lineage, catalogue, meta, cell }: Props) {
  const { t, format, language } = useText();
  return (
    <div className="why-body">
      <section>
        <h3>{t("why.definition")}</h3>
        <p>{meta.description[language]}</p>
        <FormulaView lineage={lineage} catalogue={catalogue} meta={meta} cell={cell} />
        {meta.target && (
          <p className="why-note">
            {t("why.target", { target: format.percent(meta.target.value), basis: meta.target.legalBasis })}
          </p>
        )}
        <p className="why-note">
          <ViewLink to={{ page: "measures", code: `${meta.view}.${meta.name}`, why: null }}>
            {t("why.catalogue")}
          </ViewLink>
        </p>
      </section>
      <MappingView lineage={lineage} meta={meta} />
      <section>
        <h3>{t("why.citation")}</h3>
        <p className="why-note">{t("why.citationHint")}</p>
        <CopyLine text={lineage.citation} label={t("why.copyCitation")} />
        <p className="why-note">
          <ViewLink to={{ page: "citation", code: lineage.citation, why: null }}>{t("why.openCitation")}</ViewLink>
        </p>
      </section>
      <SourceList lineage={lineage} />
      <ChangeList lineage={lineage} meta={meta} />
      <details>
        <summary>{t("why.query")}</summary>
        <p className="why-note">{t("why.queryHint")}</p>
        <pre>
          <code>{JSON.stringify(lineage.query, null, 1)}</code>
        </pre>
        <pre>
          <code>{lineage.sql.sql}</code>
        </pre>
      </details>
    </div>
  );
}

/** Of where, which days and which part the figure is. */
export function Scene({ lineage: { area, period, filters }, catalogue }: Pick<Props, "lineage" | "catalogue">) {
  const { t, format, language } = useText();
  const place = area.level === "nation" ? t("area.nation") : area.fullName;
  const days =
    period.from === period.to
      ? t("period.asOf", { day: format.day(period.to) })
      : t("period.range", { from: format.day(period.from), to: format.day(period.to) });
  const parts = filters.map(({ dimension, values }) => {
    const words = values.map((value) => sayCode(dimension, value, t));
    return `${catalogue.dimensions[dimension]?.title[language] ?? dimension}: ${words.join(", ")}`;
  });
  return <p className="why-place">{[place, ...parts, days].join(" · ")}</p>;
}
