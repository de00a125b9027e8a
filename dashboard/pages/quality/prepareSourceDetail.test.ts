import { expect, it } from "vitest";
import { type DetailRow, prepareSourceDetail } from "./prepareSourceDetail.ts";

const aRow = (overrides: Partial<DetailRow> = {}): DetailRow => ({
  run_id: "run-1",
  batch: "doses",
  file_name: "doses.csv",
  rule_code: "",
  rule_severity: "",
  rule_sentence: "",
  rule_sentence_en: "",
  finding_state: "",
  rows_received: null,
  rows_accepted: null,
  rows_rejected: null,
  findings_count: null,
  findings_open: null,
  ...overrides,
});
const aFinding = (rule: string, count: number, open: number, overrides: Partial<DetailRow> = {}) =>
  aRow({ rule_code: rule, rule_sentence: `Quy tắc ${rule}`, findings_count: count, findings_open: open, ...overrides });

it("lists loads, and each rule once per file whatever the states of its findings", () => {
  const detail = prepareSourceDetail(
    [
      aRow({ rows_received: 10, rows_accepted: 8, rows_rejected: 2 }),
      // Of a place that no load tells rows of.
      aRow({ batch: "other" }),
      aFinding("small", 1, 1, { rule_severity: "reject" }),
      aFinding("large", 5, 5, { finding_state: "new" }),
      aFinding("large", 2, 0, { finding_state: "fixed" }),
      aFinding("large", 9, 9, { file_name: "more.csv" }),
    ],
    "vi",
  );
  expect(detail.loads.map(({ batch, rejected }) => [batch, rejected])).toEqual([["doses", 2]]);
  expect(detail.rules.map(({ code, file, count, open, isReject }) => [code, file, count, open, isReject])).toEqual([
    ["large", "more.csv", 9, 9, false],
    ["large", "doses.csv", 7, 5, false],
    ["small", "doses.csv", 1, 1, true],
  ]);
});

it("is empty of nothing, and names a rule without a sentence by its code", () => {
  expect(prepareSourceDetail([], "en")).toEqual({ loads: [], rules: [] });
  expect(prepareSourceDetail([aFinding("odd", 1, 1, { rule_sentence: "" })], "en").rules[0]?.sentence).toBe("odd");
});
