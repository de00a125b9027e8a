import { type BaseFacts, type Cut, type Fact, type Figures, minus, newest, quotient } from "./baseFacts.ts";

/** A term's figure from the warehouse on a day, without a sample's scale; missing where the data does not reach the day. */
export type WarehouseFigure = (term: Fact, publication: number) => number | null;

const columns = ["as_of_date", "measure_code", "breakdown_code"];

const keyOf = (fact: Fact, names: readonly string[]): string => JSON.stringify(names.map((name) => fact.text(name)));

export const reconciliationFigures = (facts: BaseFacts, cut: Cut, warehouse: WarehouseFigure): Figures => {
  const { from, to, publication } = cut;
  const published = newest(facts.inForce("mart.fct_official_totals", publication), (fact) =>
    keyOf(fact, [...columns, "document_code"]),
  );
  const isWithin = (fact: Fact): boolean => fact.text("as_of_date") >= from && fact.text("as_of_date") <= to;
  /** The rule's own document first; else what all documents agree on. */
  const publishedFigure = (term: Fact, document: string): number | null => {
    const told = published.filter((fact) => keyOf(fact, columns) === keyOf(term, columns));
    const own = told.find((fact) => fact.text("document_code") === document);
    if (own !== undefined) return own.number("value");
    const values = [...new Set(told.map((fact) => fact.number("value")))];
    return values.length === 1 ? (values[0] ?? null) : null;
  };
  const terms = facts.inForce("mart.dim_reconciliation_terms", publication);
  const sideOf = (rule: Fact, side: string): number | null => {
    let total = 0;
    for (const term of terms) {
      if (!["load", "rule_code"].every((name) => term.text(name) === rule.text(name)) || term.text("side") !== side)
        continue;
      const figure =
        term.text("origin") === "warehouse"
          ? warehouse(term, publication)
          : publishedFigure(term, rule.text("document_code"));
      if (figure === null) return null;
      total += term.number("factor") * figure;
    }
    return total;
  };
  const rules = newest(facts.inForce("mart.dim_reconciliation_rules", publication), (fact) => fact.text("rule_code"))
    .filter(isWithin)
    .map((rule) => {
      const [left, right] = [sideOf(rule, "left"), sideOf(rule, "right")];
      const gap = minus(left, right);
      const tolerance = rule.number("tolerance");
      const holds: Readonly<Record<string, (gap: number) => boolean>> = {
        equal: (difference) => Math.abs(difference) <= tolerance,
        at_least: (difference) => difference >= -tolerance,
        at_most: (difference) => difference <= tolerance,
      };
      const result = gap === null ? "no_data" : holds[rule.text("comparison")]?.(gap) ? "holds" : "broken";
      return { left, right, gap, result };
    });
  const figures = published.filter(isWithin);
  const count = (result?: string): number | null =>
    rules.length > 0 ? rules.filter((rule) => result === undefined || rule.result === result).length : null;
  const computed = minus(count(), count("no_data"));
  const [rule, ...otherRules] = rules;
  const only = otherRules.length === 0 ? rule : undefined;
  return {
    rules: count(),
    rules_holding: count("holds"),
    rules_broken: count("broken"),
    rules_without_data: count("no_data"),
    rules_computed: computed,
    rules_holding_rate: quotient(count("holds"), computed),
    left_value: only?.left ?? null,
    right_value: only?.right ?? null,
    difference: only?.gap ?? null,
    figures: figures.length > 0 ? figures.length : null,
    official_value: figures.length === 1 ? (figures[0]?.number("value") ?? null) : null,
  };
};
