import type { MeasureOf } from "../../data/viewCatalogue.ts";
import type { MeasureGroup } from "../../table/groupMeasures.ts";

/** The table's columns under the four words, each with what it is worked out from. */
export const qualityGroups: readonly MeasureGroup<MeasureOf<"data_quality">>[] = [
  { title: "quality.right", measures: ["accuracy", "subjects_checked", "subjects_right"] },
  { title: "quality.complete", measures: ["completeness", "units_expected", "units_received"] },
  { title: "quality.fields", measures: ["fields_complete_rate", "fields_expected", "fields_filled"] },
  {
    title: "quality.clean",
    measures: ["clean_rate", "rows_received", "rows_accepted", "rows_accepted_with_findings", "rows_rejected"],
  },
  {
    title: "quality.live",
    measures: [
      "live_rate",
      "sources_live",
      "sources_followed",
      "newest_fact_date",
      "days_since_newest",
      "promised_days",
    ],
  },
  { title: "quality.findings", measures: ["findings_count", "findings_open"] },
];
