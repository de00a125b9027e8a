import { questionLimits } from "../question/questionLimits.ts";

/** What `/api/lineage`, `/api/citations` and `/api/restatements` take on: each of their requests asks the warehouse several questions. */
export interface LineageLimits {
  /** Requests under way at once. */
  readonly atOnce: number;
  /** States of knowledge that one request looks at. */
  readonly states: number;
  /** Figures that one state is compared by. */
  readonly figures: number;
}

export const lineageLimits: LineageLimits = { atOnce: 16, states: 100, figures: questionLimits.rows };
