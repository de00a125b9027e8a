import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";
import { countStates, type Target } from "./prepareTargets.ts";

export interface HeadlineSentence {
  key: MessageKey;
  values: MessageValues;
}

/** How many are reached, how many are late and which most, of how many nothing can be told. Expects the most urgent first. */
export function prepareTargetHeadline(targets: readonly Target[]): HeadlineSentence[] {
  if (targets.length === 0) return [];
  const counts = countStates(targets);
  const sentences: HeadlineSentence[] = [
    { key: "targets.headline.met", values: { met: counts.met, count: targets.length } },
  ];
  if (counts.onTrack > 0) sentences.push({ key: "targets.headline.onTrack", values: { count: counts.onTrack } });
  const [worst] = targets;
  if (worst?.state === "late") {
    const days = worst.row.days_late;
    sentences.push(
      days === null
        ? { key: "targets.headline.lateUnreached", values: { count: counts.late, name: worst.name } }
        : { key: "targets.headline.late", values: { count: counts.late, name: worst.name, days } },
    );
  }
  const untold = counts.stale + counts.noData;
  if (untold > 0) sentences.push({ key: "targets.headline.untold", values: { count: untold } });
  return sentences;
}
