import { skipToken, useQuery } from "@tanstack/react-query";
import { ErrorPanel } from "../../app/ErrorPanel.tsx";
import { isViewName } from "../../data/measuresOf.ts";
import { readValue } from "../../data/readValue.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import { Changes, questionOf } from "../../why/ChangeList.tsx";
import { type Citation, fetchChanges, fetchCitation, fetchLineage, type Lineage } from "../../why/fetchLineage.ts";
import { LineageView, Scene } from "../../why/LineageView.tsx";
import { type Catalogue, type DescribedMeasure, loadCatalogue } from "../../why/loadCatalogue.ts";
import { prepareCitation } from "./prepareCitation.ts";

/** The cited figure computed again, the same figure now, and what changed it in between. */
export function CitedFigure({ code }: { code: string }) {
  const { t } = useText();
  const view = code.split(".")[0] ?? "";
  const cited = useQuery({ queryKey: ["citation", code], queryFn: ({ signal }) => fetchCitation(code, signal) });
  const catalogue = useQuery({
    queryKey: ["catalogue", view],
    queryFn: isViewName(view) ? () => loadCatalogue(view) : skipToken,
  });
  const citation = cited.data;
  const now = useQuery({
    queryKey: ["citation", code, "now"],
    queryFn: citation ? ({ signal }) => fetchLineage(questionOf(citation.lineage), signal) : skipToken,
  });
  const error = cited.error ?? catalogue.error ?? now.error;
  if (error) {
    return (
      <ErrorPanel
        error={error}
        retry={() => {
          for (const query of [cited, catalogue, now]) if (query.isError) void query.refetch();
        }}
      />
    );
  }
  const meta = catalogue.data?.measures.find(({ name }) => `${view}.${name}` === citation?.lineage.measure.name);
  if (!citation || !now.data || !catalogue.data || !meta) {
    return <div className="skeleton page-skeleton" role="status" aria-label={t("state.loading")} />;
  }
  return <Compared citation={citation} now={now.data} catalogue={catalogue.data} meta={meta} />;
}

interface Props {
  citation: Citation;
  now: Lineage;
  catalogue: Catalogue;
  meta: DescribedMeasure;
}

function Compared({ citation: { isReproduced, lineage }, now, catalogue, meta }: Props) {
  const { t, format, language } = useText();
  const { outcome, difference } = prepareCitation(lineage.value, now.value);
  const write = (value: string | null) =>
    value === null ? t("figureState.noData") : formatMeasure(readValue(meta.unit, value), meta, format, "full");
  const amount =
    difference === null
      ? ""
      : meta.unit === "percent"
        ? format.signedPoints(difference)
        : format.signedCompact(difference);
  const hasChanged = outcome !== "same" && isReproduced;
  const until = now.publicationNumber;
  const changes = useQuery({
    queryKey: ["changes", lineage.citation, until],
    queryFn: hasChanged
      ? ({ signal }) => fetchChanges(questionOf(lineage), [lineage.publicationNumber, until], signal)
      : skipToken,
  });
  const cell = cellOf(meta, {
    area: lineage.area.level === "nation" ? null : lineage.area,
    days: [lineage.period.from, lineage.period.to],
    where: lineage.filters.map(({ dimension, values }) => [dimension, values] as const),
  });
  return (
    <article className="citation" aria-labelledby="cited">
      <h2 id="cited">{meta.title[language]}</h2>
      <Scene lineage={lineage} catalogue={catalogue} />
      <p className={isReproduced ? "citation-check" : "citation-check is-wrong"}>
        <span aria-hidden="true">{isReproduced ? "✓" : "▲"}</span>{" "}
        {t(isReproduced ? "citation.reproduced" : "citation.notReproduced")}
      </p>
      <dl className="citation-values">
        <div>
          <dt>{t(isReproduced ? "citation.cited" : "citation.recomputed")}</dt>
          <dd>{write(lineage.value)}</dd>
          <dd className="why-note">{t("citation.publication", { number: lineage.publicationNumber })}</dd>
        </div>
        <div>
          <dt>{t("citation.now")}</dt>
          <dd>{write(now.value)}</dd>
          <dd className="why-note">{t("citation.publication", { number: until })}</dd>
        </div>
      </dl>
      {isReproduced && <p className="citation-outcome">{t(`citation.${outcome}`, { amount })}</p>}
      {changes.error && <ErrorPanel error={changes.error} retry={() => void changes.refetch()} />}
      {changes.data && changes.data.length > 0 && (
        <section>
          <h3>{t("citation.changes")}</h3>
          <Changes changes={changes.data} meta={meta} />
        </section>
      )}
      {cell && <LineageView lineage={lineage} catalogue={catalogue} meta={meta} cell={cell} />}
    </article>
  );
}
