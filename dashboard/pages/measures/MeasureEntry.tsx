import { type ReactNode, useEffect, useRef } from "react";
import { ViewLink } from "../../app/ViewLink.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import type { TargetState } from "../../charts/prepareTargetStates.ts";
import { isMeasureOf } from "../../data/measuresOf.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import type { Catalogue, DescribedMeasure } from "../../why/loadCatalogue.ts";
import { figurePages, pages } from "../pages.ts";

interface Props {
  measure: DescribedMeasure;
  catalogue: Catalogue;
  /** Those set for the nation. */
  targets: readonly TargetState[];
  /** The one that the address names: it stands open, in sight. */
  isChosen: boolean;
}

/** One measure: what it means at a glance, and the rest on demand. */
export function MeasureEntry({ measure, catalogue, targets, isChosen }: Props) {
  const { t, format, language } = useText();
  const { go } = useView();
  const entry = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isChosen) entry.current?.scrollIntoView({ block: "center" });
  }, [isChosen]);
  const { view, name } = measure;
  const why = cellOf(measure);
  const sides = [measure.numerator, measure.denominator].filter((part) => part !== null);
  const formula = sides.length < 2 ? sides : sides.map((side) => (/ [+-] /.test(side) ? `(${side})` : side));
  const writeGoal = (value: number | null) => formatMeasure(value, measure, format, "full");
  const asked = [
    ...(measure.target ? [{ value: measure.target.value, basis: measure.target.legalBasis, deadline: "" }] : []),
    ...targets.map(({ target, legalBasis, deadline }) => ({ value: target, basis: legalBasis, deadline })),
  ];
  // Two streams may have the same target by the same day.
  const goals = new Set(
    asked.map(({ value, basis, deadline }) =>
      deadline === ""
        ? t("measures.targetOf", { target: writeGoal(value), basis })
        : t("measures.targetBy", { target: writeGoal(value), basis, deadline: format.day(deadline) }),
    ),
  );
  return (
    <details ref={entry} className="measure" open={isChosen}>
      <summary>
        <span className="measure-title">{measure.title[language]}</span>
        <span className="measure-unit">{t(`measureUnit.${measure.unit}`)}</span>
        <span className={`measure-better measure-better-${measure.better}`}>
          {t(`measures.better.${measure.better}`)}
        </span>
        <span className="measure-description">{measure.description[language]}</span>
      </summary>
      <dl>
        <Fact name={t("measures.formula")}>
          {formula.map((part, index) => (
            <span key={part}>
              {index > 0 && " ÷ "}
              <Words text={part} catalogue={catalogue} />
            </span>
          ))}
        </Fact>
        <Fact name={t("measures.target")}>
          {goals.size === 0
            ? t("measures.noTarget")
            : [...goals].map((goal) => (
                <span key={goal} className="measure-line">
                  {goal}
                </span>
              ))}
        </Fact>
        <Fact name={t("measures.source")}>{measure.source}</Fact>
        <Fact name={t("measures.additive")}>{t(`measures.additive.${measure.additive ? "yes" : "no"}`)}</Fact>
        <Fact name={t("measures.missing")}>{t(`measures.missing.${measure.missing}`)}</Fact>
        <Fact name={t("measures.pages")}>
          {figurePages
            .filter((page) => pages[page].view === view && page !== "overview")
            .map((page) => (
              <ViewLink
                key={page}
                to={{ page, ...(isMeasureOf(view, name) && measure.unit !== "date" ? { measure: name } : {}) }}
              >
                {t(`page.${page}`)}
              </ViewLink>
            ))}
        </Fact>
        <Fact name={t("measures.api")}>
          <code>
            {view}.{name}
          </code>
        </Fact>
      </dl>
      {why && (
        <button type="button" className="tool measure-why" onClick={() => go({ why })}>
          {t("measures.why")}: {t("why.short")}
        </button>
      )}
    </details>
  );
}

/** A formula with the measures that it names called by their titles, each leading to its own entry. */
function Words({ text, catalogue }: { text: string; catalogue: Catalogue }): ReactNode {
  const { language } = useText();
  return text.split(/([a-z][a-z0-9_]+)/).map((word, index) => {
    const named = catalogue.measures.find(({ name }) => name === word);
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a formula do not move
    if (!named) return <span key={index}>{word}</span>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a formula do not move
      <ViewLink key={index} to={{ code: `${named.view}.${named.name}`, search: "" }}>
        {named.title[language]}
      </ViewLink>
    );
  });
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="measure-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
