import type { CubeRow } from "../data/loadCube.ts";
import type { MeasureCatalogue, MeasureMeta } from "../data/measureCatalogue.ts";
import type { MeasureName } from "../data/measureNames.ts";
import type { headlineMeasures } from "../data/queries.ts";
import { dayOf, numberOf } from "../data/readRow.ts";
import { assessProgress, type FigureState, isBetter } from "./assess.ts";

/** What a bullet bar's full length stands for. */
export type BulletWhole = "administered" | "recorded" | "sentSubjects" | "sentDoses" | "baseline";
export interface Change {
  difference: number;
  /** The figure is a share: its change is in percentage points. */
  isShare: boolean;
  /** Relative change; null for shares and where the figure before was zero. */
  ratio: number | null;
  sentiment: "better" | "worse" | "same" | "neutral";
}
export interface SparkPoint {
  day: string;
  value: number | null;
}
export interface Kpi {
  measure: (typeof headlineMeasures)[number];
  meta: MeasureMeta;
  value: number | null;
  change: Change | null;
  state: FigureState | null;
  bullet: { share: number | null; target: number | null; whole: BulletWhole };
  spark: SparkPoint[];
}

interface Card {
  measure: Kpi["measure"];
  whole: BulletWhole;
  share(row: CubeRow | undefined): number | null;
}
const ratio = (part: MeasureName, whole: MeasureName) => (row: CubeRow | undefined) => {
  const [over, under] = [numberOf(row, part), numberOf(row, whole)];
  return over === null || under === null || under <= 0 ? null : over / under;
};
const cards: readonly Card[] = [
  { measure: "doses_recorded", whole: "administered", share: (row) => numberOf(row, "entry_completeness") },
  { measure: "doses_sent", whole: "recorded", share: ratio("doses_sent", "doses_recorded") },
  { measure: "verified_dose_rate", whole: "sentDoses", share: (row) => numberOf(row, "verified_dose_rate") },
  { measure: "subjects_wrong", whole: "sentSubjects", share: ratio("subjects_wrong", "subjects_sent") },
  { measure: "cleansing_progress", whole: "baseline", share: (row) => numberOf(row, "cleansing_progress") },
  { measure: "doses_not_entered", whole: "administered", share: ratio("doses_not_entered", "doses_administered") },
];

/** The six headline figures of an area. `history` holds one row per month end, in order. */
export function prepareKpis(
  current: CubeRow | undefined,
  previous: CubeRow | undefined,
  history: readonly CubeRow[],
  catalogue: MeasureCatalogue,
): Kpi[] {
  return cards.map(({ measure, whole, share }) => {
    const meta = catalogue(measure);
    const value = numberOf(current, measure);
    const before = numberOf(previous, measure);
    return {
      measure,
      meta,
      value,
      change: changeBetween(value, before, meta),
      state: assessProgress(value, before, meta),
      bullet: { share: share(current), target: meta.target?.value ?? null, whole },
      spark: history.flatMap((row) => {
        const day = dayOf(row, "date.month") ?? dayOf(row, "date");
        return day === null ? [] : [{ day, value: numberOf(row, measure) }];
      }),
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
