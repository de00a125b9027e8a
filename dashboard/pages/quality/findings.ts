import type { Frame } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { Row } from "../../data/viewCatalogue.ts";
import { quality } from "./quality.ts";

const measures = ["findings_count", "findings_open"] as const;
const dimensions = [
  "source",
  "source_name",
  "source_name_en",
  "rule_code",
  "rule_severity",
  "rule_sentence",
  "rule_sentence_en",
  "finding_state",
] as const;
/** The findings of one rule of a source in one state. */
export type FindingRow = Row<"data_quality", (typeof measures)[number] | (typeof dimensions)[number]>;

/** The findings of the area by rule and state: without run and file, so that they stay few however much is loaded. */
export const useFindings = (frame: Frame): Bundle<{ findings: FindingRow[] }> =>
  useBundle([quality.name, "findings"], frame, async (asked, signal) => ({
    findings: await quality.figures(asked, { measures, by: dimensions, days: asked.period }, signal),
  }));

const places = ["run_id", "batch", "file_name"] as const;
/** What a run's file has of one rule. */
export type FindingFile = Row<"data_quality", (typeof measures)[number] | (typeof places)[number]>;

/** The runs and files that a rule was broken in, most findings first. */
export const useFindingFiles = (
  frame: Frame,
  { source, rule }: { source: string; rule: string },
): Bundle<{ files: FindingFile[] }> =>
  useBundle([quality.name, "findingFiles", source, rule], frame, async (asked, signal) => {
    const where = { source: [source], rule_code: [rule] };
    const files = await quality.figures(asked, { measures, by: places, days: asked.period, where }, signal);
    return { files: files.toSorted((a, b) => (b.findings_count ?? 0) - (a.findings_count ?? 0)) };
  });
