import { useId, useLayoutEffect, useRef } from "react";
import { ErrorPanel } from "../app/ErrorPanel.tsx";
import type { Frame } from "../data/frame.ts";
import { useText } from "../messages/useText.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { FigureView, LineageView } from "./LineageView.tsx";
import { useCatalogue, useLineage } from "./useLineage.ts";
import "../theme/why.css";

interface Props {
  cell: WhyCell;
  frame: Frame;
  onClose(): void;
}

/** "Vì sao có số này?": beside the page, on a phone from below. Escape or a click outside closes it and gives the focus back. */
export default function WhyPanel({ cell, frame, onClose }: Props) {
  const { t, language } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const lineage = useLineage(cell, frame);
  const catalogue = useCatalogue(cell.view);
  const meta = catalogue.data?.measures.find(({ name }) => name === cell.measure);
  const error = lineage.error ?? catalogue.error;

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    heading.current?.focus();
    // Left by the browser's own button, too, it must give the focus back.
    return () => shown?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="why"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="why-sheet">
        <header className="why-head">
          <p className="why-question">{t("why.title")}</p>
          <h2 id={id} ref={heading} tabIndex={-1}>
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
            <LineageView lineage={lineage.data} catalogue={catalogue.data} meta={meta} cell={cell} />
          </>
        ) : (
          !error && <div className="skeleton why-skeleton" role="status" aria-label={t("state.loading")} />
        )}
      </div>
    </dialog>
  );
}
