import type { Format } from "../../format/createFormat.ts";
import type { Translate } from "../../messages/createTranslate.ts";
import type { Share, Source } from "./prepareSources.ts";

/** What a cell says, and what belongs to it. */
export interface Written {
  value: string;
  detail: string | null;
  isMissing: boolean;
}

/** The words of a source's đúng, đủ, sạch, sống; where there is no figure, why. */
export function writeSource({ right, complete, fields, clean, live }: Source, format: Format, t: Translate) {
  const ofShare = (share: Share | null, detail: string | null, absent: string): Written =>
    share === null
      ? { value: absent, detail: null, isMissing: true }
      : { value: format.percent(share.rate), detail, isMissing: false };
  const countOf = (share: Share | null) =>
    share?.part == null || share.whole === null
      ? null
      : t("quality.partOf", { part: format.compact(share.part), whole: format.compact(share.whole) });
  const rejected =
    clean?.part == null || clean.whole === null
      ? null
      : t("quality.rejected", { count: format.compact(clean.whole - clean.part) });
  const rhythm =
    live === null
      ? []
      : [
          ...(live.age === null ? [] : [t("quality.age", { days: live.age })]),
          live.promised === null ? t("quality.noPromise") : t("quality.promised", { days: live.promised }),
        ];
  return {
    right: ofShare(right, countOf(right), t("quality.notChecked")),
    complete: ofShare(complete, countOf(complete), t("quality.noneDue")),
    fields: ofShare(fields, null, t("quality.noFields")),
    clean: ofShare(clean, rejected, t("quality.notPlaced")),
    live: {
      value:
        live === null ? t("state.missing") : live.newest === null ? t("quality.neverSent") : format.day(live.newest),
      detail: live === null ? null : rhythm.join(" · "),
      isMissing: live === null,
    } satisfies Written,
  };
}
