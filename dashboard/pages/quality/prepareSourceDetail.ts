import type { Row } from "../../data/viewCatalogue.ts";
import type { Language } from "../../messages/catalogues.ts";

export const detailMeasures = [
  "rows_received",
  "rows_accepted",
  "rows_rejected",
  "findings_count",
  "findings_open",
] as const;
export const detailDimensions = [
  "run_id",
  "batch",
  "file_name",
  "rule_code",
  "rule_severity",
  "rule_sentence",
  "rule_sentence_en",
  "finding_state",
] as const;
export type DetailRow = Row<"data_quality", (typeof detailMeasures)[number] | (typeof detailDimensions)[number]>;

/** A load of the source, with what became of its rows. */
export interface SourceLoad {
  runId: string;
  batch: string;
  files: string;
  received: number | null;
  accepted: number | null;
  rejected: number | null;
}
/** What a rule found in one file. */
export interface BrokenRule {
  code: string;
  sentence: string;
  isReject: boolean;
  file: string;
  runId: string;
  count: number | null;
  open: number | null;
}

/** Loads and broken rules of one source: the rules with most rows first. */
export function prepareSourceDetail(
  rows: readonly DetailRow[],
  language: Language,
): { loads: SourceLoad[]; rules: BrokenRule[] } {
  const loads = rows
    .filter((row) => row.rule_code === "" && row.rows_received !== null)
    .map((row) => ({
      runId: row.run_id,
      batch: row.batch,
      files: row.file_name,
      received: row.rows_received,
      accepted: row.rows_accepted,
      rejected: row.rows_rejected,
    }))
    .sort((a, b) => (b.received ?? 0) - (a.received ?? 0) || a.batch.localeCompare(b.batch));
  const rules = new Map<string, BrokenRule>();
  for (const row of rows) {
    if (row.rule_code === "") continue;
    const key = [row.run_id, row.file_name, row.rule_code].join("\n");
    const rule = rules.get(key);
    rules.set(key, {
      code: row.rule_code,
      sentence: (language === "vi" ? row.rule_sentence : row.rule_sentence_en || row.rule_sentence) || row.rule_code,
      isReject: row.rule_severity === "reject",
      file: row.file_name,
      runId: row.run_id,
      // A rule is told once for each state of its findings.
      count: (rule?.count ?? 0) + (row.findings_count ?? 0),
      open: (rule?.open ?? 0) + (row.findings_open ?? 0),
    });
  }
  return {
    loads,
    rules: [...rules.values()].sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.code.localeCompare(b.code)),
  };
}
