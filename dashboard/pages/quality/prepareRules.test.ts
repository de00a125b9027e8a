import { expect, it } from "vitest";
import { countResults, prepareRules } from "./prepareRules.ts";
import type { RuleRow } from "./reconciliation.ts";

const aRule = (overrides: Partial<RuleRow> = {}): RuleRow => ({
  rule_code: "r",
  rule_name: "Mũi ghi nhận",
  rule_name_en: "Doses recorded",
  rule_kind: "report_and_warehouse",
  result: "holds",
  comparison: "equal",
  figure_date: "2022-06-30",
  document_code: "bc-1",
  document_title: "Báo cáo",
  left_terms: "+ vaccination.doses_recorded (110)",
  right_terms: "+ doses_recorded (100)",
  allowed_difference: 0,
  sample_scale: 1,
  left_value: 110,
  right_value: 100,
  difference: 10,
  ...overrides,
});

it("sets the warehouse against the document, whichever side of the rule each stands on", () => {
  const [rule] = prepareRules([aRule()], "vi");
  expect(rule).toMatchObject({ ours: { value: 110 }, official: { value: 100 }, difference: 10, ratio: 0.1 });
  const turned = aRule({
    ...{
      left_terms: "+ doses_recorded (100)",
      right_terms: "+ vaccination.doses_recorded (110)",
      comparison: "at_most",
    },
    ...{ left_value: 100, right_value: 110, difference: -10 },
  });
  expect(prepareRules([turned], "vi")[0]).toMatchObject({
    ...{ ours: { value: 110 }, official: { value: 100 }, difference: 10, comparison: "at_least" },
  });
});

it("puts broken rules first, the furthest off for its size first, then those that lack figures", () => {
  const rules = prepareRules(
    [
      aRule({ rule_code: "holds" }),
      aRule({ rule_code: "none", result: "no_data", left_value: null, difference: null }),
      aRule({ rule_code: "near", result: "broken", difference: 1 }),
      aRule({ rule_code: "far", result: "broken", difference: -50 }),
    ],
    "en",
  );
  expect(rules.map(({ code }) => code)).toEqual(["far", "near", "none", "holds"]);
  expect(rules[2]).toMatchObject({ name: "Doses recorded", ours: { value: null }, difference: null, ratio: null });
  expect(countResults(rules)).toEqual({ broken: 2, no_data: 1, holds: 1 });
});

it("takes no unknown result for a good one, and divides by no zero", () => {
  expect(prepareRules([], "vi")).toEqual([]);
  expect(prepareRules([aRule({ result: "perhaps", right_value: 0 })], "vi")[0]).toMatchObject({
    result: "no_data",
    ratio: null,
  });
});
