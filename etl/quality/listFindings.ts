import { z } from "zod";
import { isPlaceKnownTo } from "../../warehouse/areas/placeKey.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { provincePlace } from "./findingKey.ts";
import { type FindingState, findingStates, shownState } from "./findingState.ts";

const finding = z.object({
  key: z.string(),
  job: z.string(),
  rule: z.string(),
  severity: z.enum(["reject", "finding"]),
  sentence_vi: z.string(),
  sentence_en: z.string(),
  place_key: z.number(),
  province_code: z.string(),
  province_name: z.string(),
  /** Rows of the loads in force; 0: no load in force has it any more. */
  count: z.number(),
  /** Days of publication in Viet Nam of the first and last load that had it. */
  first_seen: z.string(),
  last_seen: z.string(),
  state: z.enum(findingStates),
  note: z.string(),
});

/** One finding: a job, a rule and a province. */
export type ListedFinding = z.infer<typeof finding>;

export interface FindingFilter {
  readonly job?: string | undefined;
  readonly rule?: string | undefined;
  /** Code of a province, of whichever structure; "?" for findings of no known province. */
  readonly area?: string | undefined;
  readonly state?: FindingState | undefined;
  readonly limit: number;
}

/** Findings of every load published and not withdrawn since, those of most rows first. */
export const listFindings = (warehouse: Warehouse, filter: FindingFilter): Promise<ListedFinding[]> =>
  warehouse.query(
    `SELECT finding.finding_key AS key, job, rule, severity, sentence_vi, sentence_en, place AS place_key,
       if(${isPlaceKnownTo("province", "place")}, dictGet('mart.places', 'then_province_code', place), '?') AS province_code,
       if(${isPlaceKnownTo("province", "place")}, dictGet('mart.places', 'then_province_name', place), 'Chưa xác định') AS province_name,
       count, toString(first_day) AS first_seen, toString(last_day) AS last_seen,
       ${shownState("stored_state", "changed_at", "count", "newest_publication")} AS state, note
     FROM (
       SELECT finding_key, toString(any(job)) AS job, toString(any(rule_code)) AS rule,
         toString(argMax(severity, known_from)) AS severity, toString(argMax(sentence_vi, known_from)) AS sentence_vi,
         toString(argMax(sentence_en, known_from)) AS sentence_en, any(${provincePlace("place_key")}) AS place,
         sumIf(finding_count, is_current) AS count, maxIf(published_at, is_current) AS newest_publication,
         toDate(min(published_at), 'Asia/Ho_Chi_Minh') AS first_day, toDate(max(published_at), 'Asia/Ho_Chi_Minh') AS last_day
       FROM mart.agg_findings_by_load AS found
       INNER JOIN (
         SELECT load_id, known_from, published_at, load_id IN (SELECT load_id FROM mart.current_loads) AS is_current
         FROM mart.load_periods
       ) AS load USING (load_id)
       GROUP BY finding_key
     ) AS finding
     LEFT JOIN (
       SELECT finding_key, toString(argMax(state, ops.finding_states.changed_at)) AS stored_state,
         argMax(note, ops.finding_states.changed_at) AS note, max(ops.finding_states.changed_at) AS changed_at
       FROM ops.finding_states GROUP BY finding_key
     ) AS set_state ON set_state.finding_key = finding.finding_key
     WHERE ({job:String} = '' OR job = {job:String}) AND ({rule:String} = '' OR rule = {rule:String})
       AND ({area:String} = '' OR province_code = {area:String}) AND ({state:String} = '' OR state = {state:String})
     ORDER BY count DESC, job, rule, place LIMIT {limit:UInt32}`,
    {
      params: {
        job: filter.job ?? "",
        rule: filter.rule ?? "",
        area: filter.area ?? "",
        state: filter.state ?? "",
        limit: filter.limit,
      },
      schema: finding,
    },
  );
