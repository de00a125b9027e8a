import type { FigureState } from "../../charts/assess.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

/** Grades of hospital that the target of Decision 2491 is of. */
const targetGrades = ["special", "I", "II"] as const;
export const grades = [...targetGrades, "III", "IV", "none", "unknown"] as const;
export type Grade = (typeof grades)[number];

export interface GradeBar {
  grade: Grade;
  ready: number | null;
  hospitals: number | null;
  rate: number | null;
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
