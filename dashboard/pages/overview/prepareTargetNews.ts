import type { Text } from "../../messages/useText.ts";
import { countStates, type Target } from "../targets/prepareTargets.ts";
import type { NewsItem } from "./prepareNews.ts";

/** So many missed targets are named; how many there are, the sentence on all of them says. */
const NAMED = 2;

/** How many targets are met, on track and late, and of the latest when they would be met. Expects the most urgent first. */
export function prepareTargetNews(targets: readonly Target[] | undefined, asOf: string, text: Text): NewsItem[] {
  if (targets === undefined) return [];
  const item = (key: string, message: NewsItem["message"], values: NewsItem["values"]): NewsItem => ({
    key,
    message,
    values,
    to: { page: "targets" },
    isDoubt: false,
  });
  if (targets.length === 0) return [item("targets", "overview.news.noTargets", { day: text.format.day(asOf) })];
  const { met, onTrack, late, stale, noData } = countStates(targets);
  return [
    item("targets", "overview.news.targets", { count: targets.length, met, onTrack, late, untold: stale + noData }),
    ...targets
      .filter(({ state }) => state === "late")
      .slice(0, NAMED)
      .map((target) => {
        const { deadline, forecast_date: forecast, days_late: days } = target.row;
        const isOver = deadline < asOf;
        return item(
          `target ${target.code}`,
          forecast === null
            ? isOver
              ? "overview.news.target.overdue"
              : "overview.news.target.never"
            : isOver
              ? "overview.news.target.missed"
              : "overview.news.target.late",
          {
            name: target.name,
            deadline: text.format.day(deadline || null),
            day: text.format.day(forecast),
            days: days ?? 0,
          },
        );
      }),
  ];
}
