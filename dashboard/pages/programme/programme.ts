import { programme as catalogue } from "../../api/programme.generated.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { Row } from "../../data/viewCatalogue.ts";
import { NATION } from "../../url/areaRef.ts";

export const programme = defineView(catalogue);

const measures = ["reported_progress", "days_since_report"] as const;
const dimensions = [
  "task_code",
  "task_number",
  "task_name",
  "group_code",
  "group_name",
  "lead_unit",
  "cooperating_units",
  "start_year",
  "end_year",
  "legal_basis",
  "scan_note",
  "status",
  "is_overdue",
  "is_silent",
  "last_report_date",
  "last_report_summary",
] as const;
export type TaskRow = Row<"programme", (typeof measures)[number] | (typeof dimensions)[number]>;

/** Every task as of the day. The programme is the nation's, whichever area is chosen. */
export const useTasks = (frame: Frame): Bundle<{ rows: TaskRow[] }> =>
  useBundle(["programme", "tasks"], frame, async (asked, signal) => {
    const scope = { area: NATION, structure: asked.structure };
    const days: [string, string] = [asked.asOf, asked.asOf];
    return { rows: await programme.figures(scope, { measures, by: dimensions, days }, signal) };
  });
