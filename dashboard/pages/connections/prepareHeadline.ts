import type { Format } from "../../format/createFormat.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";
import { type Stream, type StreamBar, streams } from "./prepareStreams.ts";

interface Sentence {
  key: MessageKey;
  values: MessageValues;
}

/** How many streams are connected everywhere, the one furthest behind, and what was refused; of one stream how far it is. What is not known is not said. */
export function prepareHeadline(
  bars: readonly StreamBar[],
  acceptance: number | null,
  nameOf: (stream: Stream) => string,
  format: Format,
): Sentence[] {
  const known = bars.filter(({ rate }) => rate !== null);
  const sentences: Sentence[] = [];
  const [first, last] = [known[0], known.at(-1)];
  if (first && last && first !== last) {
    const all = known.filter(({ rate }) => rate !== null && rate >= 1).length;
    sentences.push({ key: "connections.headline.met", values: { met: all, count: known.length } });
    sentences.push({
      key: "connections.headline.first",
      values: { name: nameOf(first.stream), rate: format.percent(first.rate) },
    });
    sentences.push({
      key: "connections.headline.last",
      values: { name: nameOf(last.stream), rate: format.percent(last.rate) },
    });
  }
  if (first && first === last) {
    const values = { name: nameOf(first.stream), rate: format.percent(first.rate) };
    const [part, all] = [format.integer(first.connected), format.integer(first.toConnect)];
    sentences.push({ key: "connections.headline.one", values: { ...values, part, all } });
  }
  if (acceptance !== null)
    sentences.push({ key: "connections.headline.accepted", values: { rate: format.percent(acceptance) } });
  const silent = bars.filter(({ rate }) => rate === null);
  // Where nothing is known of any stream there is no report at all, and the page says so.
  if (silent.length > 0 && silent.length < streams.length) {
    sentences.push({
      key: "connections.headline.silent",
      values: { names: silent.map(({ stream }) => nameOf(stream)).join(", ") },
    });
  }
  return sentences;
}
