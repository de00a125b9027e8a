import type { FigureState } from "../../charts/assess.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

/** Grades of hospital that the target of Decision 2491 is of. */
export const targetGrades = ["special", "I", "II"] as const;
export const grades = [...targetGrades, "III", "IV", "none", "unknown"] as const;
export type Grade = (typeof grades)[number];
/** Name of the readiness of the hospitals of the target, which the view has for all facilities alone. */
export const HOSPITAL_READY = "hospital_ready_rate";

export interface Readiness {
  ready: number | null;
  hospitals: number | null;
  rate: number | null;
}
export interface GradeBar extends Readiness {
  grade: Grade;
  /** The grade is one of those that the target is of. */
  isAimed: boolean;
  state: FigureState | null;
}

const isAimed = (grade: string) => targetGrades.some((name) => name === grade);

/** Every grade that has hospitals, the highest first. Whether the target is met is said of the grades it is of; how late the others are only a date could say. */
export function prepareGrades(rows: readonly FigureRow[], target: number | null): GradeBar[] {
  return grades.flatMap((grade): GradeBar[] => {
    const row = rows.find((candidate) => textIn(candidate, "grade") === grade);
    const hospitals = numberIn(row, "facilities");
    if (row === undefined || hospitals === 0) return [];
    const rate = numberIn(row, "cashless_ready_rate");
    const aimed = isAimed(grade);
    const isMet = aimed && target !== null && rate !== null && rate >= target;
    const state = rate === null ? "noData" : isMet ? "met" : null;
    return [{ grade, ready: numberIn(row, "cashless_ready_facilities"), hospitals, rate, isAimed: aimed, state }];
  });
}

/** Readiness of the hospitals of grade II and above together. One grade whose figure is missing leaves the sum unknown. */
export function aimedReadiness(rows: readonly FigureRow[]): Readiness {
  const parts = rows.filter((row) => isAimed(textIn(row, "grade")));
  const sum = (name: string) =>
    parts.reduce<number | null>((total, row) => {
      const value = numberIn(row, name);
      return total === null || value === null ? null : total + value;
    }, 0);
  const [ready, hospitals] = [sum("cashless_ready_facilities"), sum("facilities")];
  return { ready, hospitals, rate: ready === null || hospitals === null || hospitals <= 0 ? null : ready / hospitals };
}
