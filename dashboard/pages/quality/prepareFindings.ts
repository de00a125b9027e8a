import type { Language } from "../../messages/catalogues.ts";
import type { FindingRow } from "./findings.ts";

export const findingStates = ["new", "acknowledged", "explained", "fixed"] as const;
export type FindingState = (typeof findingStates)[number];
export const severities = ["reject", "finding"] as const;
export type Severity = (typeof severities)[number];

/** Thousands of findings of one rule of one source, as one line. */
export interface FindingGroup {
  source: string;
  sourceName: string;
  rule: string;
  sentence: string;
  severity: Severity;
  count: number;
  open: number;
  /** How many stand in which state; those that none does are left out. */
  states: { state: FindingState; count: number }[];
}
export interface FindingFilter {
  source: string | null;
  state: FindingState | null;
  severity: Severity | null;
}

/** The findings in groups, most of them open first. */
export function prepareFindings(rows: readonly FindingRow[], language: Language): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  const say = (vi: string, en: string, code: string) => (language === "vi" ? vi : en || vi) || code;
  for (const row of rows) {
    if (row.rule_code === "" || row.findings_count === null) continue;
    const key = `${row.source}\n${row.rule_code}`;
    const group = groups.get(key) ?? {
      source: row.source,
      sourceName: say(row.source_name, row.source_name_en, row.source),
      rule: row.rule_code,
      sentence: say(row.rule_sentence, row.rule_sentence_en, row.rule_code),
      severity: row.rule_severity === "reject" ? "reject" : "finding",
      count: 0,
      open: 0,
      states: [],
    };
    // A state that no screen knows is not taken for dealt with.
    const state = findingStates.find((known) => known === row.finding_state) ?? "new";
    const told = group.states.find((each) => each.state === state);
    if (told) told.count += row.findings_count;
    else group.states.push({ state, count: row.findings_count });
    group.count += row.findings_count;
    group.open += row.findings_open ?? 0;
    groups.set(key, group);
  }
  for (const { states } of groups.values()) {
    states.sort((a, b) => findingStates.indexOf(a.state) - findingStates.indexOf(b.state));
  }
  return [...groups.values()].sort(
    (a, b) => b.open - a.open || b.count - a.count || a.source.localeCompare(b.source) || a.rule.localeCompare(b.rule),
  );
}

/** The groups that have something of what is asked for. */
export const filterFindings = (
  groups: readonly FindingGroup[],
  { source, state, severity }: FindingFilter,
): FindingGroup[] =>
  groups.filter(
    (group) =>
      (source === null || group.source === source) &&
      (severity === null || group.severity === severity) &&
      (state === null || group.states.some((each) => each.state === state)),
  );
