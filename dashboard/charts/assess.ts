import type { MeasureMeta } from "../data/viewCatalogue.ts";

/** The states of a figure against what is asked of it. Stale: too old to tell. */
export type FigureState = AreaState | "stale";
/** The states of an area beside the others. */
export type AreaState = "met" | "onTrack" | "late" | "noData";

type Direction = Pick<MeasureMeta, "better" | "target">;

/** True where `a` is better than `b`; false for measures without a good direction. */
export function isBetter(a: number, b: number, better: MeasureMeta["better"]): boolean {
  return better === "up" ? a > b : better === "down" && a < b;
}

const isMet = (value: number, { better, target }: Direction) =>
  target !== null && (better === "down" ? value <= target.value : value >= target.value);

/** State of one area beside the others: at the target, as good as the whole or better, or behind it. */
export function assessArea(value: number | null, whole: number | null, meta: Direction): AreaState | null {
  if (value === null) return "noData";
  if (isMet(value, meta)) return "met";
  if (whole === null || meta.better === "none") return null;
  return isBetter(whole, value, meta.better) ? "late" : "onTrack";
}
