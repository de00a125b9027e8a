import { findFurthest } from "../../charts/findFurthest.ts";
import type { useChildren } from "../../data/bundles.ts";
import { isSameScene } from "../../data/frame.ts";
import { endOfMonth } from "../../data/months.ts";
import type { DayRange } from "../../data/periods.ts";
import { useText } from "../../messages/useText.ts";
import { chooseMonths } from "./chooseMonths.ts";
import { prepareServiceHeadline } from "./prepareServiceHeadline.ts";
import { serviceCards, services, type useServiceMonths } from "./services.ts";

const told = serviceCards.map(({ measure }) => measure);

/** The newest month beside the one to compare with, and what they say in words. */
export function useServiceStory(months: ReturnType<typeof useServiceMonths>, children: ReturnType<typeof useChildren>) {
  const { t, format } = useText();
  const { data } = months;
  // A month counts when it is over: its reports are of its last day.
  const isOver = (date: string | null) => date !== null && data !== undefined && endOfMonth(date) <= data.frame.asOf;
  const points = (data?.points ?? []).filter(({ date }) => isOver(date));
  const chosen = chooseMonths(points, told, data?.frame.compare ?? null);
  const { current, previous, year } = chosen;
  const furthest =
    children.data && isSameScene(data?.frame, children.data.frame)
      ? findFurthest(
          children.data.children,
          services.placesBelow(children.data.frame),
          services.meta("chip_id_facility_rate"),
        )
      : null;
  const month = current?.date ?? null;
  return {
    headline: { ...months, data: data && { frame: data.frame, current, previous } },
    year: { ...months, data: data && { frame: data.frame, points: year } },
    sentences: prepareServiceHeadline(current, furthest, format).map(({ key, values }) => t(key, values)),
    days: month === null ? null : ([month, endOfMonth(month)] satisfies DayRange),
    detailOf: () => (month === null ? null : t("services.ofMonth", { month: format.month(month) })),
  };
}
