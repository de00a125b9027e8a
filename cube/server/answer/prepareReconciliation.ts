import { z } from "zod";
import type { ViewQuestion } from "../question/views.ts";
import type { PrepareEffects } from "./preparation.ts";

const term = z.object({ measure: z.string(), breakdown: z.string(), day: z.string() });

/** Asks Cube for the figures of the warehouse that rules compare with, each on its rule's day. */
export const prepareReconciliation = async (question: ViewQuestion, effects: PrepareEffects): Promise<void> => {
  const { publicationNumber } = question;
  const terms = await effects.warehouse.query(
    `SELECT DISTINCT measure_code AS measure, breakdown_code AS breakdown, toString(as_of_date) AS day
     FROM mart.dim_reconciliation_terms
     WHERE origin = 'warehouse' AND load_id IN (
       SELECT load_id FROM mart.load_periods
       WHERE job = 'reconciliation_rules' AND known_from <= {publication:UInt64} AND known_until > {publication:UInt64})`,
    { params: { publication: publicationNumber }, schema: term },
  );
  const requests = terms.map(({ measure, breakdown, day }) => {
    const [dimension = "", values = ""] = breakdown.split("=");
    const isNarrowed = breakdown.includes("=");
    return {
      measure,
      filterMember: isNarrowed ? `${measure.slice(0, measure.indexOf("."))}.${dimension}` : "",
      filterValues: isNarrowed ? values.split("|") : [],
      ...{ from: undefined, day, level: "nation" as const, structure: 0, side: "now" as const },
    };
  });
  await effects.ensureMeasureValues(requests, publicationNumber, effects.signal);
};
