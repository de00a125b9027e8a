import type { Rule } from "../job.ts";

/** A rule that a row breaks; `condition` is SQL over the source's expressions, true where the row breaks it. */
export interface RowRule extends Rule {
  readonly condition: string;
}

export const rule = (code: string, severity: Rule["severity"], vi: string, en: string): Rule => ({
  code,
  severity,
  sentence: { vi, en },
});

export const rowRule = (
  code: string,
  severity: Rule["severity"],
  vi: string,
  en: string,
  condition: string,
): RowRule => ({ ...rule(code, severity, vi, en), condition });

export const withoutCondition = ({ code, severity, sentence }: RowRule): Rule => ({ code, severity, sentence });
