import { ErrorPanel } from "../app/ErrorPanel.tsx";
import { metaWithin } from "../data/metaWithin.ts";
import { untoldBy } from "../data/narrowing.ts";
import type { DayRange } from "../data/periods.ts";
import type { Bundle } from "../data/useBundle.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import { sayDimensions } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import type { BesideLine } from "../peers/usePeerFigures.ts";
import { KpiCard } from "./KpiCard.tsx";
import { type KpiCardSpec, prepareKpis } from "./prepareKpis.ts";
import { useTargetStates } from "./useTargetStates.ts";

interface Props<M extends string> {
  cards: readonly KpiCardSpec<M>[];
  meta(measure: M): MeasureMeta;
  totals: Bundle<{ current: FigureRow | undefined; previous: FigureRow | undefined }>;
  history: Bundle<{ points: readonly FigureRow[] }>;
  /** Another sentence on a figure, for example when it will be reached. */
  detailOf(measure: string): string | null;
  /** The same figure of other areas, in words. */
  besideOf?(measure: string): readonly BesideLine[];
  /** The days that the figures are of, where these are not the period of the screen. */
  days?: DayRange | null;
}

/** The headline figures side by side, on common baselines. */
export function KpiRow<M extends string>({ cards, meta, totals, history, detailOf, besideOf, days = null }: Props<M>) {
  const { t } = useText();
  const { data, error } = totals;
  const targets = useTargetStates(totals.frame);
  if (error && !data) return <ErrorPanel error={error} retry={totals.retry} />;
  const { only } = totals.frame;
  const metaOf = (measure: M) => metaWithin(meta(measure), only);
  const whyMissing = (kpi: MeasureMeta) => {
    const untold = untoldBy(kpi, only);
    return untold.length === 0 ? t("only.noFigure") : t("only.untold", { dimensions: sayDimensions(untold, t) });
  };
  const kpis = prepareKpis(cards, data?.current, data?.previous, history.data?.points ?? [], metaOf, targets);
  // What is narrowed has not lost its denominator: it has none of its own. Where it has no figure, the share of another says nothing of it.
  const shown = kpis.map((kpi) =>
    only.length > 0 && (kpi.bullet.share === null || kpi.value === null)
      ? { ...kpi, bullet: { ...kpi.bullet, share: null, whole: null } }
      : kpi,
  );
  return (
    <section className="kpis" aria-label={t("kpi.label")} aria-busy={!data || totals.isOld}>
      {error && <ErrorPanel error={error} retry={totals.retry} hasOld />}
      {shown.map((kpi) => (
        <div key={kpi.measure} className={totals.isOld ? "kpi-cell is-old" : "kpi-cell"}>
          <KpiCard
            kpi={days && kpi.why ? { ...kpi, why: { ...kpi.why, days } } : kpi}
            asOf={totals.frame.asOf}
            compare={totals.frame.compare}
            detail={detailOf(kpi.measure)}
            beside={untoldBy(kpi.meta, only).length > 0 ? [] : (besideOf?.(kpi.measure) ?? [])}
            isPending={!data}
            {...(only.length === 0 ? {} : { missing: whyMissing(kpi.meta) })}
          />
        </div>
      ))}
    </section>
  );
}
