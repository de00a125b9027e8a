import { createHash } from "node:crypto";
import type { Access } from "../access/access.ts";
import { homeTimezone, todayIn } from "../question/relativeDays.ts";
import type { Asked } from "./askedQuestion.ts";

/**
 * Names the answer of a question: the same name, the same answer. What the asker may see counts, so that no answer crosses over to whom it is
 * refused; the day too, since some figures tell days until today.
 */
export const answerKey = ({ cubeQuery, queryType, publications }: Asked, access: Access, now: Date): string =>
  createHash("sha256")
    .update(JSON.stringify([publications.version, access, todayIn(homeTimezone, now), cubeQuery, queryType ?? null]))
    .digest("base64url");
