import type { ReactNode } from "react";
import { ViewLink } from "../app/ViewLink.tsx";
import { readValue } from "../data/readValue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { cellOf, type WhyCell } from "../url/whyCell.ts";
import type { Lineage } from "./fetchLineage.ts";
import type { Catalogue, DescribedMeasure } from "./loadCatalogue.ts";
import { prepareFormula, type Side } from "./prepareFormula.ts";

interface Props {
  lineage: Lineage;
  catalogue: Catalogue;
  meta: DescribedMeasure;
  cell: WhyCell;
}

/** The figure worked out from its parts, each of which can be asked where it comes from in turn. */
export function FormulaView({ lineage, catalogue, meta, cell }: Props) {
  const { t, format, language } = useText();
  const formula = prepareFormula(lineage);
  if (formula === null) return null;
  const { numerator, denominator, factor } = formula;
  // What is counted is told in Vietnamese only; the definition above says it in both languages.
  const isTold = (side: Side | null) => side !== null && (language === "vi" || !("words" in side));
  if (!isTold(numerator) && !isTold(denominator)) return null;
  const value = readValue(meta.unit, lineage.value);
  const metaOf = (measure: string) => catalogue.measures.find(({ view, name }) => `${view}.${name}` === measure);

  const rowsOf = (side: Side, label: string) => {
    if ("words" in side) return isTold(side) ? <Row label={label} name={side.words} value="" /> : null;
    return side.terms.map(({ sign, measure, value: part }, index) => {
      const of = metaOf(measure);
      const why = of ? cellOf(of, { area: cell.area, days: cell.days, where: cell.where }) : null;
      const title = of?.title[language] ?? measure;
      return (
        <Row
          key={measure}
          label={index === 0 ? label : ""}
          name={
            <>
              {sign && <span className="why-sign">{sign} </span>}
              {why ? (
                <ViewLink to={{ why }} isStep={false}>
                  {title}
                </ViewLink>
              ) : (
                title
              )}
            </>
          }
          value={of ? formatMeasure(part, of, format, "full") : format.integer(part)}
        />
      );
    });
  };
  return (
    <dl className="why-formula">
      {rowsOf(numerator, denominator ? t("why.numerator") : t("words" in numerator ? "why.counted" : "why.sum"))}
      {denominator && rowsOf(denominator, t("why.denominator"))}
      {factor !== null && denominator !== null && (
        <Row
          label=""
          name={t("why.quotient", {
            factor: factor === 1 || meta.unit === "percent" ? "" : ` × ${format.integer(factor)}`,
          })}
          value={formatMeasure(value, meta, format, "full")}
          isResult
        />
      )}
      {factor === null && denominator !== null && value !== null && <p className="why-note">{t("why.weighted")}</p>}
    </dl>
  );
}

interface RowProps {
  label: string;
  name: ReactNode;
  value: string;
  isResult?: boolean;
}

function Row({ label, name, value, isResult = false }: RowProps) {
  return (
    <div className={isResult ? "why-row why-result" : "why-row"}>
      <dt>
        {label && <span className="why-label">{label}</span>}
        {name}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
