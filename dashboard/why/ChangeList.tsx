import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorPanel } from "../app/ErrorPanel.tsx";
import { readValue } from "../data/readValue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { type CellQuestion, type Change, fetchChanges, type Lineage } from "./fetchLineage.ts";
import type { DescribedMeasure } from "./loadCatalogue.ts";

export const questionOf = ({ measure, area, period, filters }: Lineage): CellQuestion => ({
  ...{ measure: measure.name, structure: area.structure, level: area.level, code: area.code },
  ...{ from: period.from, to: period.to, filters },
});

/** What each load made of the figure, since it was first told. Asked for when it is opened: it compares many states of knowledge. */
export function ChangeList({ lineage, meta }: { lineage: Lineage; meta: DescribedMeasure }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const cell = questionOf(lineage);
  const until = lineage.publicationNumber;
  const changes = useQuery({
    queryKey: ["changes", cell, until],
    queryFn: isOpen ? ({ signal }) => fetchChanges(cell, [0, until], signal) : skipToken,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("why.changes")}</summary>
      {changes.error && <ErrorPanel error={changes.error} retry={() => void changes.refetch()} />}
      {changes.isLoading && <p className="why-note">{t("why.comparing")}</p>}
      {changes.data && <Changes changes={changes.data} meta={meta} />}
    </details>
  );
}

export function Changes({ changes, meta }: { changes: readonly Change[]; meta: DescribedMeasure }) {
  const { t, format } = useText();
  const write = (value: string | null) =>
    value === null ? t("state.missing") : formatMeasure(readValue(meta.unit, value), meta, format, "full");
  if (changes.length === 0) return <p className="why-note">{t("why.unchanged")}</p>;
  return (
    <ol className="why-changes">
      {changes.map(({ publication, old, new: now }) => (
        <li key={publication.publicationNumber}>
          <span>
            {write(old)} → <b>{write(now)}</b>
          </span>
          <span className="why-note">
            {format.dayAndTime(publication.publishedAt)} · p{publication.publicationNumber} ·{" "}
            {publication.files.map(({ name }) => name).join(", ") || t("why.withdrawn", { batch: publication.batch })}
          </span>
        </li>
      ))}
    </ol>
  );
}
