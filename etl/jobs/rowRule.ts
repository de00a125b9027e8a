import type { Rule } from "../job.ts";
import type { RowRule } from "./cleanseRows.ts";

/** A rule whose condition is SQL over the source's expressions. */
export const rowRule = (
  code: string,
  severity: Rule["severity"],
  vi: string,
  en: string,
  condition: string,
): RowRule => ({ code, severity, sentence: { vi, en }, condition });
