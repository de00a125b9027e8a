import type { MeasureMeta } from "../data/viewCatalogue.ts";

/** The four states of a figure against what is asked of it. */
export type FigureState = "met" | "onTrack" | "late" | "noData";

type Direction = Pick<MeasureMeta, "better" | "target">;

/** True where `a` is better than `b`; false for measures without a good direction. */
export function isBetter(a: number, b: number, better: MeasureMeta["better"]): boolean {
  return better === "up" ? a > b : better === "down" && a < b;
}

const isMet = (value: number, { better, target }: Direction) =>
  target !== null && (better === "down" ? value <= target.value : value >= target.value);

/** State of a figure with a target, by where it has been moving; null where no target is set. */
export function assessProgress(value: number | null, previous: number | null, meta: Direction): FigureState | null {
  if (value === null) return "noData";
  if (meta.target === null) return null;
  if (isMet(value, meta)) return "met";
  if (previous === null) return null;
  return isBetter(value, previous, meta.better) ? "onTrack" : "late";
}

/** State of one area beside the others: at the target, as good as the whole or better, or behind it. */
export function assessArea(value: number | null, whole: number | null, meta: Direction): FigureState | null {
  if (value === null) return "noData";
  if (isMet(value, meta)) return "met";
  if (whole === null || meta.better === "none") return null;
  return isBetter(whole, value, meta.better) ? "late" : "onTrack";
}
