import dayjs from "dayjs";
import { reconciliation as catalogue } from "../../api/reconciliation.generated.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { Row } from "../../data/viewCatalogue.ts";

export const reconciliation = defineView(catalogue);

const measures = ["left_value", "right_value", "difference"] as const;
const dimensions = [
  "rule_code",
  "rule_name",
  "rule_name_en",
  "rule_kind",
  "result",
  "comparison",
  "figure_date",
  "document_code",
  "document_title",
  "left_terms",
  "right_terms",
  "allowed_difference",
  "sample_scale",
] as const;
/** One rule with both sides worked out. */
export type RuleRow = Row<"reconciliation", (typeof measures)[number] | (typeof dimensions)[number]>;

/** Documents older than this are of another time. */
const YEARS = 10;

/** Every rule on figures of the day asked for or earlier. Documents tell of the nation only. */
export const useRules = (frame: Frame): Bundle<{ rules: RuleRow[] }> =>
  useBundle([reconciliation.name, "rules"], frame, async (asked, signal) => {
    if (asked.area.level !== "nation") return { rules: [] };
    const first = dayjs(asked.asOf).subtract(YEARS, "year").format("YYYY-MM-DD");
    const question = {
      measures,
      by: dimensions,
      days: [first, asked.asOf] as [string, string],
      where: { row_kind: ["rule"] },
    };
    return { rules: await reconciliation.figures(asked, question, signal) };
  });
