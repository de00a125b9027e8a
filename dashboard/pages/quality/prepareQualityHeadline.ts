import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";
import type { Source } from "./prepareSources.ts";

interface Sentence {
  key: MessageKey;
  values: MessageValues;
}
/** The area as a whole; null where it is not told. */
export interface Whole {
  accuracy: number | null;
  clean_rate: number | null;
}

/** What the sources say together: right, complete, clean, live, each with who spoils it. */
export function prepareQualityHeadline(
  sources: readonly Source[],
  whole: Whole | undefined,
  rulesBroken: number | null,
  format: Format,
): Sentence[] {
  const sentences: Sentence[] = [];
  const say = (key: MessageKey, values: MessageValues) => sentences.push({ key, values });
  if (whole && whole.accuracy !== null) say("quality.headline.right", { rate: format.percent(whole.accuracy) });
  const reporting = sources.flatMap(({ name, complete }) => (complete ? [{ name, rate: complete.rate }] : []));
  const least = reporting.toSorted((a, b) => a.rate - b.rate)[0];
  if (least) {
    if (least.rate < 1) say("quality.headline.incomplete", { name: least.name, rate: format.percent(least.rate) });
    else say("quality.headline.complete", { count: reporting.length });
  }
  if (whole && whole.clean_rate !== null) say("quality.headline.clean", { rate: format.percent(whole.clean_rate) });
  const followed = sources.flatMap(({ name, live }) => (live?.isLive == null ? [] : [{ name, live }]));
  if (followed.length > 0) {
    const late = followed.filter(({ live }) => !live.isLive);
    say("quality.headline.live", { live: followed.length - late.length, count: followed.length });
    if (late.length > 0) say("quality.headline.late", { names: late.map(({ name }) => name).join(", ") });
  }
  if (rulesBroken !== null && rulesBroken > 0) say("quality.headline.broken", { count: rulesBroken });
  return sentences;
}
