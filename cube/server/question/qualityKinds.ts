/** Kinds of counts in cube/model/cubes/quality_rows.yml, and the measures of data_quality that are made of each. */
const measuresByKind: Readonly<Record<string, readonly string[]>> = {
  rows: ["rows_received", "rows_accepted", "rows_accepted_with_findings", "rows_rejected", "clean_rate"],
  fields: ["fields_expected", "fields_filled", "fields_complete_rate"],
  findings: ["findings_count", "findings_open"],
  units: ["units_expected", "units_received", "completeness"],
  checks: ["subjects_checked", "subjects_right", "accuracy"],
  newest: [
    ...["newest_fact_date", "days_since_newest", "promised_days", "sources_followed", "sources_live", "live_rate"],
  ],
};

/** The kinds that a question's measures are made of, joined by commas; all of them where it names no measure. */
export const qualityKinds = (members: readonly string[]): string => {
  const kinds = Object.keys(measuresByKind);
  const asked = kinds.filter((kind) =>
    measuresByKind[kind]?.some((measure) => members.includes(`data_quality.${measure}`)),
  );
  return (asked.length > 0 ? asked : kinds).join(",");
};
