import type { Frame } from "../../data/frame.ts";
import { useText } from "../../messages/useText.ts";
import { prepareRules } from "../quality/prepareRules.ts";
import { prepareSources } from "../quality/prepareSources.ts";
import { useSources } from "../quality/quality.ts";
import { useRules } from "../quality/reconciliation.ts";
import { prepareTargets } from "../targets/prepareTargets.ts";
import { useTargetsOfArea } from "../targets/targets.ts";
import { type NewsItem, prepareNews } from "./prepareNews.ts";
import type { SubjectStand } from "./prepareStand.ts";

/** Bản tin of the area, from where its subjects stand. What is of another area or day than they are is not used. */
export function useNews(frame: Frame, stands: readonly SubjectStand[]): { items: NewsItem[]; isLoading: boolean } {
  const text = useText();
  const [sources, rules, targets] = [useSources(frame), useRules(frame), useTargetsOfArea(frame)];
  const items = prepareNews(
    {
      stands,
      sources: sources.data && !sources.isOld ? prepareSources(sources.data.sources, text.language) : undefined,
      rules: rules.data && !rules.isOld ? prepareRules(rules.data.rules, text.language) : undefined,
      targets: targets.data && !targets.isOld ? prepareTargets(targets.data.rows, text.language) : undefined,
      asOf: frame.asOf,
    },
    text,
  );
  return { items, isLoading: [sources, rules, targets].some(({ data, error }) => !data && !error) };
}
