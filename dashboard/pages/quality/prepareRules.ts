import type { Language } from "../../messages/catalogues.ts";
import type { RuleRow } from "./reconciliation.ts";

export const ruleResults = ["broken", "no_data", "holds"] as const;
export type RuleResult = (typeof ruleResults)[number];
export const ruleKinds = ["report_and_warehouse", "within_report", "between_reports"] as const;
export type RuleKind = (typeof ruleKinds)[number];
export const comparisons = ["equal", "at_least", "at_most"] as const;
type Comparison = (typeof comparisons)[number];

/** One side of a rule: its value and the terms that it was worked out from. */
export interface Side {
  value: number | null;
  terms: string;
}
export interface Rule {
  code: string;
  name: string;
  kind: RuleKind;
  result: RuleResult;
  /** How `ours` is to stand to `official`. */
  comparison: Comparison;
  /** What is held against the official figure: the warehouse's own, or a sum of the report. */
  ours: Side;
  official: Side;
  /** Ours less the official figure. */
  difference: number | null;
  /** Of the official figure; null where that is zero or missing. */
  ratio: number | null;
  allowed: number | null;
  isSample: boolean;
  day: string;
  document: string;
  documentTitle: string;
}

const oneOf = <T extends string>(values: readonly T[], text: string, fallback: T): T =>
  values.find((value) => value === text) ?? fallback;

/** A term of the warehouse is a measure with its view; one of a report has no view. */
const isOfWarehouse = (terms: string) => /[a-z_]+\.[a-z][a-z0-9_]*/.test(terms);

const turned: Record<Comparison, Comparison> = { equal: "equal", at_least: "at_most", at_most: "at_least" };

/** The rules, those that do not hold first, the largest difference for its size first among them. */
export function prepareRules(rows: readonly RuleRow[], language: Language): Rule[] {
  return rows
    .map((row): Rule => {
      const left = { value: row.left_value, terms: row.left_terms };
      const right = { value: row.right_value, terms: row.right_terms };
      const isTurned = isOfWarehouse(right.terms) && !isOfWarehouse(left.terms);
      const [ours, official] = isTurned ? [right, left] : [left, right];
      const comparison = oneOf(comparisons, row.comparison, "equal");
      const difference = row.difference === null ? null : isTurned ? -row.difference : row.difference;
      return {
        code: row.rule_code,
        name: (language === "vi" ? row.rule_name : row.rule_name_en || row.rule_name) || row.rule_code,
        kind: oneOf(ruleKinds, row.rule_kind, "within_report"),
        // A result that no screen knows is not taken for a good one.
        result: oneOf(ruleResults, row.result, "no_data"),
        comparison: isTurned ? turned[comparison] : comparison,
        ours,
        official,
        difference,
        ratio: difference === null || !official.value ? null : difference / Math.abs(official.value),
        allowed: row.allowed_difference,
        isSample: (row.sample_scale ?? 0) > 1,
        day: row.figure_date,
        document: row.document_code,
        documentTitle: row.document_title,
      };
    })
    .sort(
      (a, b) =>
        ruleResults.indexOf(a.result) - ruleResults.indexOf(b.result) ||
        ruleKinds.indexOf(a.kind) - ruleKinds.indexOf(b.kind) ||
        Math.abs(b.ratio ?? 0) - Math.abs(a.ratio ?? 0) ||
        b.day.localeCompare(a.day) ||
        a.name.localeCompare(b.name, "vi"),
    );
}

export function countResults(rules: readonly Rule[]): Record<RuleResult, number> {
  const counts = { broken: 0, no_data: 0, holds: 0 };
  for (const { result } of rules) counts[result] += 1;
  return counts;
}
