import type { Row } from "../../data/viewCatalogue.ts";
import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";

/** One sentence of the headline: a message and what is put into it. */
export interface HeadlineSentence {
  key: MessageKey;
  values: MessageValues;
}

type Stand = Row<
  "vaccination",
  "verified_dose_rate" | "subjects_to_clean" | "cleansing_rate" | "cleansing_forecast_date"
>;

/** What a leader reads in ten seconds: how far verification is, what is left, when it would be done. Missing figures say nothing. */
export function prepareHeadline(current: Stand | undefined, format: Format): HeadlineSentence[] {
  if (!current) return [];
  const { verified_dose_rate: rate, subjects_to_clean: toClean, cleansing_rate: pace } = current;
  const { cleansing_forecast_date: finish } = current;
  const sentences: HeadlineSentence[] = [];
  if (rate !== null) sentences.push({ key: "headline.verified", values: { rate: format.percent(rate) } });
  if (toClean === 0) sentences.push({ key: "headline.done", values: {} });
  if (toClean === null || toClean === 0) return sentences;
  sentences.push({ key: "headline.toClean", values: { count: format.compact(toClean) } });
  if (finish !== null) sentences.push({ key: "headline.finish", values: { day: format.day(finish) } });
  else if (pace !== null) sentences.push({ key: "headline.notAtThisPace", values: {} });
  return sentences;
}
