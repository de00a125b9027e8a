import { type ReactNode, useId, useRef, useState } from "react";
import { ErrorPanel } from "../app/ErrorPanel.tsx";
import { useFigureContext } from "../app/FigureContext.tsx";
import { untoldBy, withoutConditionOn } from "../data/narrowing.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { Defined } from "../help/Defined.tsx";
import { sayConditions, sayDimensions } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { FigureWhy } from "../why/FigureWhy.tsx";
import type { Painter } from "./download.ts";
import { FigureDataTable } from "./FigureDataTable.tsx";
import { FigureExports } from "./FigureExports.tsx";
import type { FigureTable } from "./figureTable.ts";
import type { MonthChoice } from "./useMonthChoice.ts";

interface Props {
  title: string;
  unit: string;
  period: string;
  /** Missing while the first figures load. */
  table: FigureTable | undefined;
  /** For the CSV, where it differs from the table shown: every column, in the order on the screen. */
  csvTable?(): FigureTable;
  /** The figure is a table already: there is no chart to turn. */
  isTableOnly?: boolean;
  /** Missing where the figure is a table itself; null until its chart is there. */
  painter?: Painter | null | undefined;
  isOld: boolean;
  error: Error | null;
  retry(): void;
  /** The figures came and there are none. */
  isEmpty?: boolean;
  emptyMessage?: string;
  className?: string;
  /** Height of the body on a wide screen, in pixels, where it is tall: kept free, so that nothing below moves when it comes. */
  awaited?: number;
  /** The dimensions that it tells apart: it shows all their values, whichever of them the page is narrowed to. */
  by?: readonly string[];
  /** Its rows are months that narrow the page. */
  months?: MonthChoice | null;
  /** The id that menus lead to. */
  anchor?: string;
  /** The measures that are drawn, each of which can be asked where it comes from. */
  why?: readonly MeasureMeta[];
  /** What these figures are narrowed to. */
  whyWhere?: WhyCell["where"];
  /** Choices of how this figure is drawn. */
  tools?: ReactNode;
  notes?: ReactNode;
  credit?: string;
  children: ReactNode;
}

const NOTHING: readonly string[] = [];

/** A chart with what makes it citable: title, unit, period, source, data time, its figures as a table, PNG, SVG and CSV. */
export function Figure(props: Props) {
  const { title, unit, period, table, isOld, error } = props;
  const { isEmpty = false, isTableOnly = false, className = "", by = NOTHING } = props;
  const { t, language } = useText();
  const { areaName, source, only } = useFigureContext();
  // Old figures are narrowed to what the screen was narrowed to when they came.
  const [settled, setSettled] = useState(only);
  if (!isOld && settled !== only) setSettled(only);
  const [isTable, setTable] = useState(false);
  const tableButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const hint = props.months ? "only.hintMonth" : by.length > 0 ? "only.hint" : null;
  // A title that names one measure shows what it means.
  const sole = props.why?.length === 1 ? props.why[0] : undefined;
  const kept = by.reduce(withoutConditionOn, isOld ? settled : only);
  const narrowed = sayConditions(kept, t);
  // What is not told by a dimension is missing, not nobody's fault: the figure says so.
  const untold = (props.why ?? []).filter((meta) => untoldBy(meta, kept).length > 0);
  const dimensions = sayDimensions([...new Set(untold.flatMap((meta) => untoldBy(meta, kept)))], t);
  const isUntold = untold.length > 0 && untold.length === props.why?.length;
  const subtitle = [
    t("figure.subtitle", { unit, period }),
    ...(narrowed === "" ? [] : [t("only.said", { values: narrowed })]),
  ].join(" · ");
  // A picture leaves its page: it must say itself of which area it is.
  const caption = {
    title: `${title} · ${areaName}`,
    subtitle,
    source: props.credit ? `${source} · ${props.credit}` : source,
  };
  const isLoading = table === undefined && error === null;
  const hasFigures = table !== undefined && !isEmpty && !isUntold;

  return (
    <section
      className={`figure ${className}`}
      aria-labelledby={id}
      {...(props.anchor === undefined ? {} : { id: props.anchor, tabIndex: -1 })}
      aria-busy={isLoading || isOld}
      onKeyDown={(event) => {
        const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, [role=grid]");
        if (event.key !== "t" || isTyping || event.ctrlKey || event.metaKey || event.altKey || !table || isTableOnly)
          return;
        setTable(!isTable);
        // What had the focus may be gone with the chart: the key must work again from where it is now.
        tableButton.current?.focus();
      }}
    >
      <header className="figure-head">
        <div>
          <h2 id={id}>
            <Defined definition={sole?.description[language] ?? ""}>{title}</Defined>
          </h2>
          <p className="figure-sub">{subtitle}</p>
        </div>
        <div className="figure-tools">
          {props.tools}
          {props.why && <FigureWhy measures={props.why} where={props.whyWhere} />}
          {!isTableOnly && (
            <button
              ref={tableButton}
              type="button"
              className="tool"
              disabled={!hasFigures}
              aria-pressed={isTable}
              aria-keyshortcuts="t"
              title={t("figure.tableHint")}
              onClick={() => setTable(!isTable)}
            >
              {t("figure.table")}
            </button>
          )}
          <FigureExports
            title={title}
            caption={caption}
            narrowed={narrowed}
            painter={props.painter}
            table={() => props.csvTable?.() ?? table}
            isReady={hasFigures}
          />
        </div>
      </header>
      <div
        className={`figure-body${isOld ? " is-old" : ""}`}
        style={props.awaited === undefined ? {} : { "--awaited": `${props.awaited}px` }}
      >
        {error && <ErrorPanel error={error} retry={props.retry} hasOld={table !== undefined} />}
        {isLoading && <div className="skeleton" role="status" aria-label={t("state.loading")} />}
        {table && !hasFigures && (
          <p className="empty">
            {isUntold ? t("only.figureUntold", { dimensions }) : (props.emptyMessage ?? t("state.empty"))}
          </p>
        )}
        {hasFigures &&
          (isTable ? <FigureDataTable caption={title} table={table} months={props.months ?? null} /> : props.children)}
      </div>
      {(props.notes || hint || untold.length > 0) && hasFigures && (
        <div className="figure-notes">
          {untold.length > 0 && (
            <p>
              {t("only.partlyUntold", { measures: untold.map((meta) => meta.title[language]).join("; "), dimensions })}
            </p>
          )}
          {props.notes}
          {hint && <p>{t(hint)}</p>}
        </div>
      )}
      <footer className="figure-foot">{caption.source}</footer>
    </section>
  );
}
