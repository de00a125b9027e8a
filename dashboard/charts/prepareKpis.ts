import { numberIn } from "../data/readRow.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import type { MessageKey } from "../messages/catalogues.ts";
import { cellOf, type WhyCell } from "../url/whyCell.ts";
import { isBetter } from "./assess.ts";
import { prepareSpark, type SparkPoint } from "./prepareSpark.ts";
import { type TargetState, targetOf } from "./prepareTargetStates.ts";

/** One headline figure of a page. */
export interface KpiCardSpec<M extends string = string> {
  measure: M;
  /** The figure's name where the measure's title is too long for a card. */
  title?: MessageKey;
  /** What the bullet bar shows: a measure that is a share, or a quotient of two; else the figure itself where it is a share. */
  share?: M | { part: M; whole: M };
  /** Where the figure comes from, where it is not the measure of the area as a whole. */
  why?: WhyCell | null;
  /** What the bar's full length stands for, with the `share` of it. */
  whole?: MessageKey;
}
export interface Change {
  difference: number;
  /** The figure is a share: its change is in percentage points. */
  isShare: boolean;
  /** Relative change; null for shares and where the figure before was zero. */
  ratio: number | null;
  sentiment: "better" | "worse" | "same" | "neutral";
}
export interface Kpi {
  measure: string;
  title: MessageKey | null;
  meta: MeasureMeta;
  value: number | null;
  change: Change | null;
  /** The target set for this figure in the area, with its state; null where there is none, and until it is known. */
  target: TargetState | null;
  bullet: { share: number | null; target: number | null; whole: MessageKey | null };
  spark: SparkPoint[];
  /** The figure as it can be asked where it comes from. */
  why: WhyCell | null;
}

const shareOf = (row: FigureRow | undefined, { share }: KpiCardSpec, meta: MeasureMeta): number | null => {
  if (share === undefined) return meta.unit === "percent" ? numberIn(row, meta.name) : null;
  if (typeof share === "string") return numberIn(row, share);
  const [part, whole] = [numberIn(row, share.part), numberIn(row, share.whole)];
  return part === null || whole === null || whole <= 0 ? null : part / whole;
};

/** The headline figures of an area. `history` holds one row per month end, in order. */
export function prepareKpis<M extends string>(
  cards: readonly KpiCardSpec<M>[],
  current: FigureRow | undefined,
  previous: FigureRow | undefined,
  history: readonly FigureRow[],
  metaOf: (measure: M) => MeasureMeta,
  targets?: ReadonlyMap<string, readonly TargetState[]>,
): Kpi[] {
  return cards.map((card) => {
    const { measure, title = null, whole = null } = card;
    const meta = metaOf(measure);
    const value = numberIn(current, measure);
    const before = numberIn(previous, measure);
    const target = targetOf(targets?.get(`${meta.view}.${measure}`), value);
    return {
      measure,
      title,
      meta,
      value,
      change: changeBetween(value, before, meta),
      target,
      bullet: { share: shareOf(current, card, meta), target: target?.target ?? meta.target?.value ?? null, whole },
      spark: prepareSpark(history, measure),
      why: card.why ?? cellOf(meta),
    };
  });
}

export function changeBetween(value: number | null, before: number | null, meta: MeasureMeta): Change | null {
  if (value === null || before === null) return null;
  const difference = value - before;
  const isShare = meta.unit === "percent";
  const sentiment =
    difference === 0
      ? "same"
      : meta.better === "none"
        ? "neutral"
        : isBetter(value, before, meta.better)
          ? "better"
          : "worse";
  return { difference, isShare, ratio: isShare || before === 0 ? null : difference / Math.abs(before), sentiment };
}
