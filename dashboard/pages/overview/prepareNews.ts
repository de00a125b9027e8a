import { isMeasureOf } from "../../data/measuresOf.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";
import type { Text } from "../../messages/useText.ts";
import type { ViewState } from "../../url/viewState.ts";
import type { Rule } from "../quality/prepareRules.ts";
import type { Source } from "../quality/prepareSources.ts";
import type { Target } from "../targets/prepareTargets.ts";
import { findFurthestBehind } from "./findFurthestBehind.ts";
import { prepareDoubts, prepareSubjectDoubt } from "./prepareDoubts.ts";
import type { SubjectStand } from "./prepareStand.ts";
import { prepareTargetNews } from "./prepareTargetNews.ts";

/** One sentence and where it leads. */
export interface NewsItem {
  key: string;
  message: MessageKey;
  values: MessageValues;
  to: Partial<ViewState>;
  /** It tells what cannot be trusted. */
  isDoubt: boolean;
}

/** All that the news are written from. Undefined: not known yet; nothing is said of it. */
export interface Told {
  stands: readonly SubjectStand[];
  sources: readonly Source[] | undefined;
  rules: readonly Rule[] | undefined;
  targets: readonly Target[] | undefined;
  /** YYYY-MM-DD */
  asOf: string;
}

/** More than a leader reads. */
const MOST = 10;

/**
 * Bản tin: where each subject stands, what moved, who is furthest behind and by how much; which targets will be missed and when
 * they would be met; what cannot be trusted. A subject whose data are stale, incomplete or at odds with what was published
 * is told of by that alone.
 */
export function prepareNews(told: Told, text: Text): NewsItem[] {
  const subjects = told.stands
    .filter(({ subject }) => subject.page !== "targets" && subject.page !== "quality")
    .filter(({ kpi, dataTime }) => kpi.value !== null && dataTime !== null)
    .map((stand) => ({
      item: prepareSubjectDoubt(stand, told, text) ?? prepareSubjectNews(stand, text),
      moved: Math.abs(stand.kpi.change?.difference ?? 0),
    }));
  const others = [...prepareTargetNews(told.targets, told.asOf, text), ...prepareDoubts(told, text)];
  // Where there is too much to say, what moved least is left unsaid; a doubt never is.
  const spare = Math.max(0, subjects.length + others.length - MOST);
  const unsaid = subjects
    .filter(({ item }) => !item.isDoubt)
    .sort((a, b) => a.moved - b.moved)
    .slice(0, spare)
    .map(({ item }) => item);
  return [...subjects.map(({ item }) => item).filter((item) => !unsaid.includes(item)), ...others];
}

/** Where a subject stands, what moved since the compared day, and who is furthest behind. */
function prepareSubjectNews({ subject, kpi, parts, frame }: SubjectStand, text: Text): NewsItem {
  const { t, format, language } = text;
  const { change, meta } = kpi;
  const difference = Math.abs(change?.difference ?? 0);
  const furthest = parts && findFurthestBehind(parts.ranking, parts.meta);
  const shown = parts?.meta ?? meta;
  const direction = change === null ? "stands" : difference === 0 ? "same" : change.difference > 0 ? "up" : "down";
  return {
    key: subject.page,
    message: `overview.news.${direction}`,
    values: {
      subject: t(subject.name),
      measure: meta.title[language],
      value: formatMeasure(kpi.value, meta, format, "short"),
      amount: writeDifference(difference, change?.isShare ?? true, text),
      compared: format.day(frame.compare),
      furthest:
        furthest && parts
          ? t(parts.meta.name === meta.name ? "overview.news.furthest" : "overview.news.furthestIn", {
              measure: parts.meta.title[language],
              names: furthest.names.slice(0, 3).join(", "),
              more: Math.max(0, furthest.names.length - 3),
              value: formatMeasure(furthest.value, parts.meta, format, "short"),
              behind: writeDifference(furthest.behind, parts.meta.unit === "percent", text),
            })
          : "",
    },
    to: { page: subject.page, ...(isMeasureOf(shown.view, shown.name) ? { measure: shown.name } : {}) },
    isDoubt: false,
  };
}

const writeDifference = (size: number, isShare: boolean, { format }: Text): string =>
  isShare ? format.points(size) : format.change(size);
