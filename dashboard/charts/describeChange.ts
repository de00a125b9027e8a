import type { Format } from "../format/createFormat.ts";
import type { Translate } from "../messages/createTranslate.ts";
import type { Change } from "./prepareKpis.ts";

/** "▲ tăng 1,2 triệu (0,5 %) so với 31/05/2022": the word says the direction. */
export function describeChange(change: Change, t: Translate, format: Format, compare: string): string {
  const day = format.day(compare);
  if (change.difference === 0) return t("change.same", { day });
  const amount = change.isShare
    ? format.points(change.difference)
    : change.ratio === null
      ? format.change(change.difference)
      : `${format.change(change.difference)} (${format.percent(Math.abs(change.ratio))})`;
  return t(change.difference > 0 ? "change.up" : "change.down", { amount, day });
}
