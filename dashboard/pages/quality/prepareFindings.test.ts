import { expect, it } from "vitest";
import type { FindingRow } from "./findings.ts";
import { filterFindings, prepareFindings } from "./prepareFindings.ts";

const aFinding = (rule: string, count: number | null, overrides: Partial<FindingRow> = {}): FindingRow => ({
  source: "doses",
  source_name: "Mũi tiêm",
  source_name_en: "Doses",
  rule_code: rule,
  rule_severity: "finding",
  rule_sentence: `Quy tắc ${rule}`,
  rule_sentence_en: `Rule ${rule}`,
  finding_state: "new",
  findings_count: count,
  findings_open: count,
  ...overrides,
});
const rows = [
  aFinding("a", 5, { finding_state: "fixed", findings_open: 0 }),
  aFinding("a", 2),
  aFinding("b", 3, { rule_severity: "reject" }),
  aFinding("a", 1, { source: "services", finding_state: "explained", findings_open: 0 }),
];

it("makes one line of a rule of a source, however many findings and states, most open ones first", () => {
  const groups = prepareFindings(rows, "en");
  expect(groups.map(({ source, rule, count, open }) => [source, rule, count, open])).toEqual([
    ["doses", "b", 3, 3],
    ["doses", "a", 7, 2],
    ["services", "a", 1, 0],
  ]);
  expect(groups[1]).toMatchObject({
    sentence: "Rule a",
    states: [
      { state: "new", count: 2 },
      { state: "fixed", count: 5 },
    ],
  });
});

it("filters by source, state and severity together", () => {
  const groups = prepareFindings(rows, "vi");
  const rules = (filter: Parameters<typeof filterFindings>[1]) =>
    filterFindings(groups, filter).map(({ rule }) => rule);
  expect(rules({ source: null, state: null, severity: null })).toEqual(["b", "a", "a"]);
  expect(rules({ source: "doses", state: "fixed", severity: null })).toEqual(["a"]);
  expect(rules({ source: null, state: "new", severity: "reject" })).toEqual(["b"]);
  expect(rules({ source: "services", state: "new", severity: null })).toEqual([]);
});

it("leaves out rows of no rule or without a count, and takes an unknown state for open", () => {
  expect(prepareFindings([], "vi")).toEqual([]);
  expect(prepareFindings([aFinding("", 4), aFinding("a", null)], "vi")).toEqual([]);
  expect(prepareFindings([aFinding("a", 1, { finding_state: "lost" })], "vi")[0]?.states).toEqual([
    { state: "new", count: 1 },
  ]);
});
