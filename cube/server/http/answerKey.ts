import { createHash } from "node:crypto";
import { homeTimezone, todayIn } from "../question/relativeDays.ts";
import type { Asked } from "./askedQuestion.ts";

/** Names the answer of a question: the same name, the same answer. The day counts, since some figures tell days until today. */
export const answerKey = (
  { cubeQuery, queryType, publications }: Asked,
  groups: readonly string[],
  now: Date,
): string =>
  createHash("sha256")
    .update(JSON.stringify([publications.version, groups, todayIn(homeTimezone, now), cubeQuery, queryType ?? null]))
    .digest("base64url");
