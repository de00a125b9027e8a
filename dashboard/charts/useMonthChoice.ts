import { useView } from "../app/ViewProvider.tsx";
import { monthOf, narrowToMonth } from "../data/months.ts";
import { useNewestDay } from "../data/useReference.ts";
import { defaultViewState } from "../url/viewState.ts";

export interface MonthChoice {
  /** First day of the month that the page is narrowed to. */
  chosen: string | null;
  /** Narrows the page to a month, by its first day; lets it go where it was. */
  choose(month: string): void;
}

/** A month as a choice that narrows the page; none where a figure is not told by month. */
export function useMonthChoice(grain: "week" | "month"): MonthChoice | null {
  const { view, go } = useView();
  const newest = useNewestDay();
  if (grain !== "month" || newest === null) return null;
  const chosen = view.period === "month" ? monthOf(view.asOf ?? newest) : null;
  const { asOf, period } = defaultViewState(view.page);
  return { chosen, choose: (month) => go(month === chosen ? { asOf, period } : narrowToMonth(month, newest)) };
}
