import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { ViewQuestion } from "../question/views.ts";
import type { EnsureMeasureValues } from "./measureValues.ts";

export interface PrepareEffects {
  readonly warehouse: Warehouse;
  readonly ensureMeasureValues: EnsureMeasureValues;
  /** Aborted when the question ends. */
  readonly signal: AbortSignal;
}

/** Work to be done before a query of a view runs. */
export type Prepare = (question: ViewQuestion, effects: PrepareEffects) => Promise<void>;
