import { useId } from "react";
import { ErrorPanel } from "../app/ErrorPanel.tsx";
import { ModalDialog } from "../app/ModalDialog.tsx";
import type { Frame } from "../data/frame.ts";
import { sayDimensions } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { FigureView, LineageView } from "./LineageView.tsx";
import { untoldOf, useCatalogue, useLineage } from "./useLineage.ts";
import "../theme/why.css";

interface Props {
  cell: WhyCell;
  frame: Frame;
  onClose(): void;
}

/** "Vì sao có số này?": beside the page, on a phone from below. Escape or a click outside closes it and gives the focus back. */
export default function WhyPanel({ cell, frame, onClose }: Props) {
  const { t, language } = useText();
  const id = useId();
  const catalogue = useCatalogue(cell.view);
  const meta = catalogue.data?.measures.find(({ name }) => name === cell.measure);
  const lineage = useLineage(cell, frame, meta);
  const untold = meta ? untoldOf(cell, frame, meta) : [];
  const error = lineage.error ?? catalogue.error;

  return (
    <ModalDialog className="why" labelledBy={id} onClose={onClose}>
      <div className="why-sheet">
        <header className="why-head">
          <p className="why-question">{t("why.title")}</p>
          <h2 id={id} tabIndex={-1}>
            {meta?.title[language] ?? "…"}
          </h2>
          <button type="button" className="tool why-close" aria-label={t("why.close")} onClick={onClose}>
            ✕
          </button>
        </header>
        {error && (
          <ErrorPanel
            error={error}
            retry={() => {
              void lineage.refetch();
              void catalogue.refetch();
            }}
          />
        )}
        {lineage.data && catalogue.data && meta ? (
          <>
            <FigureView lineage={lineage.data} catalogue={catalogue.data} meta={meta} />
            {untold.length > 0 && (
              <p className="why-note">{t("why.unnarrowed", { dimensions: sayDimensions(untold, t) })}</p>
            )}
            <LineageView lineage={lineage.data} catalogue={catalogue.data} meta={meta} cell={cell} />
          </>
        ) : (
          !error && <div className="skeleton why-skeleton" role="status" aria-label={t("state.loading")} />
        )}
      </div>
    </ModalDialog>
  );
}
