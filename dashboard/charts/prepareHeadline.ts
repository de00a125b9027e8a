import type { CubeRow } from "../data/loadCube.ts";
import { dayOf, numberOf } from "../data/readRow.ts";
import type { Format } from "../format/createFormat.ts";
import type { MessageKey } from "../messages/catalogues.ts";
import type { MessageValues } from "../messages/createTranslate.ts";

/** One sentence of the headline: a message and what is put into it. */
export interface HeadlineSentence {
  key: MessageKey;
  values: MessageValues;
}

/** What a leader reads in ten seconds: how far verification is, what is left, when it would be done. Missing figures say nothing. */
export function prepareHeadline(current: CubeRow | undefined, format: Format): HeadlineSentence[] {
  const rate = numberOf(current, "verified_dose_rate");
  const toClean = numberOf(current, "subjects_to_clean");
  const pace = numberOf(current, "cleansing_rate");
  const finish = dayOf(current, "cleansing_forecast_date");
  const sentences: HeadlineSentence[] = [];
  if (rate !== null) sentences.push({ key: "headline.verified", values: { rate: format.percent(rate) } });
  if (toClean === 0) sentences.push({ key: "headline.done", values: {} });
  if (toClean === null || toClean === 0) return sentences;
  sentences.push({ key: "headline.toClean", values: { count: format.compact(toClean) } });
  if (finish !== null) sentences.push({ key: "headline.finish", values: { day: format.day(finish) } });
  else if (pace !== null) sentences.push({ key: "headline.notAtThisPace", values: {} });
  return sentences;
}
