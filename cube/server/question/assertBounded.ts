import { QuestionError } from "./QuestionError.ts";
import { questionLimits } from "./questionLimits.ts";

/**
 * Looks at every value of a request before anything else does, without recursion: what is nested too deep or too large is refused
 * before a parser or a sort could run out of stack or time on it.
 */
export const assertBounded = (value: unknown, field: string): void => {
  const { jsonDepth, jsonNodes } = questionLimits;
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > jsonDepth) {
      const message = `Brackets stand more than ${jsonDepth} deep.`;
      throw new QuestionError({ field, message, fix: "put conditions beside each other: they are joined with and" });
    }
    const inner = Object.values(next.value);
    seen += inner.length;
    if (seen > jsonNodes) {
      const message = `The question has more than ${jsonNodes} values.`;
      throw new QuestionError({ field, message, fix: "ask several smaller questions" });
    }
    for (const each of inner) waiting.push({ value: each, depth: next.depth + 1 });
  }
};
