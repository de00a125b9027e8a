import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { ViewQuestion } from "../question/views.ts";
import type { AnswerRow } from "./askCube.ts";

export interface PrepareEffects {
  readonly warehouse: Warehouse;
  /** Asks Cube a query as REST takes it; the whole answer. @throws UserError of Cube for a bad question, Error for a failure */
  ask(query: object): Promise<readonly AnswerRow[]>;
}

/** Work to be done before a query of a view runs. */
export type Prepare = (question: ViewQuestion, effects: PrepareEffects) => Promise<void>;
