import { setMaxListeners } from "node:events";
import { UserError } from "@cubejs-backend/api-gateway";
import pLimit from "p-limit";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { ViewQuestion } from "../question/views.ts";
import { askCube } from "./askCube.ts";
import type { Cube, QueryContext } from "./createCube.ts";
import { measureValues } from "./measureValues.ts";
import { preparations } from "./preparations.ts";

export interface PreparerOptions {
  /** Asked for only when a question comes: Cube takes this preparer when it is made. */
  cube(): Cube;
  readonly warehouse: Warehouse;
  /** Parts of all answers that are computed at the same time; the rest wait. */
  readonly partsAtOnce: number;
  /** After that many seconds the parts still missing are cancelled, and the question fails. */
  readonly limitSeconds: number;
}

/**
 * Does what a view needs before its query runs. The parts are asked of Cube in this process, as parts: a part that would need parts of
 * its own is refused, so that no two answers wait for each other. When the question ends, whichever way, so do its parts, unless another
 * question waits for them.
 * @throws UserError of Cube for a part of such a view, whatever a part throws otherwise
 */
export const answerPreparer = ({ cube, warehouse, partsAtOnce, limitSeconds }: PreparerOptions) => {
  const inTurn = pLimit(partsAtOnce);
  const ensureMeasureValues = measureValues(warehouse, (query, days, signal) =>
    inTurn(() => askCube(cube(), query, { purpose: "part", days, signal })),
  );
  return async (question: ViewQuestion, { purpose, signal }: QueryContext): Promise<void> => {
    const prepare = preparations[question.view];
    if (prepare === undefined || purpose === "form") return;
    if (purpose === "part") {
      throw new UserError(
        `${question.view} takes its figures from other views, so that no other can take them from it.`,
      );
    }
    const ending = new AbortController();
    const tooLate = setTimeout(
      () => ending.abort(new Error(`Query execution timeout: its parts took more than ${limitSeconds} s.`)),
      limitSeconds * 1000,
    );
    const ended = AbortSignal.any([ending.signal, ...(signal === undefined ? [] : [signal])]);
    // Every part listens.
    setMaxListeners(0, ended);
    try {
      await prepare(question, { warehouse, ensureMeasureValues, signal: ended });
    } finally {
      clearTimeout(tooLate);
      ending.abort(new Error("The question has ended."));
    }
  };
};
