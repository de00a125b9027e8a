import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";
import { STALLED_AFTER_DAYS, type Worklist } from "./prepareWork.ts";

/** Of more units than this it is worth saying how much the first five hold. */
const MANY = 10;
const FIRST = 5;

export interface WorkSentence {
  key: MessageKey;
  values: MessageValues;
}

/** What is left and where, who has come to a standstill, and when it would be done. Missing figures say nothing. */
export function prepareWorkHeadline({ whole, units }: Worklist, level: string, format: Format): WorkSentence[] {
  const left = whole?.left ?? null;
  if (!whole || left === null) return [];
  const sentences: WorkSentence[] = [];
  if (left <= 0) return [{ key: "worklist.headline.nothing", values: {} }];
  const known = units.filter(({ isUnknown }) => !isUnknown);
  const busy = known.filter((unit) => (unit.left ?? 0) > 0);
  sentences.push(
    busy.length > 0
      ? { key: "worklist.headline.left", values: { left: format.compact(left), count: busy.length, level } }
      : { key: "worklist.headline.leftHere", values: { left: format.compact(left) } },
  );
  if (busy.length > MANY) {
    const held = busy.slice(0, FIRST).reduce((sum, unit) => sum + (unit.left ?? 0), 0);
    sentences.push({
      key: "worklist.headline.first",
      values: { count: FIRST, share: format.percent(held / left) },
    });
  }
  const stopped = known.filter(({ state }) => state === "stalled" || state === "never").length;
  if (stopped > 0)
    sentences.push({
      key: "worklist.headline.stopped",
      values: { count: stopped, days: STALLED_AFTER_DAYS },
    });
  if (units.length === 0 && whole.newest !== null)
    sentences.push({
      key: "worklist.headline.newest",
      values: { day: format.day(whole.newest), days: whole.daysSince ?? 0 },
    });
  if (whole.forecast !== null)
    sentences.push({ key: "worklist.headline.forecast", values: { day: format.day(whole.forecast) } });
  else if (whole.pace !== null) sentences.push({ key: "worklist.headline.notAtThisPace", values: {} });
  return sentences;
}
