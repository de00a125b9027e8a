import { useMemo, useState } from "react";
import { type Frame, isSameScene } from "../../data/frame.ts";
import { useText } from "../../messages/useText.ts";
import { useNews } from "../overview/useNews.ts";
import { useSubjectStands } from "../overview/useSubjectStands.ts";
import { prepareTargets } from "../targets/prepareTargets.ts";
import { useTargetsOfArea } from "../targets/targets.ts";
import { prepareBurnDown } from "../vaccination/prepareBurnDown.ts";
import { useHeadline } from "../vaccination/useHeadline.ts";
import { useBurnDown, useVaccinationTotals } from "../vaccination/vaccination.ts";
import { prepareSlides } from "./prepareSlides.ts";

/** Everything that the wall shows, asked for at once and kept for as long as it hangs there. */
export function useWall(frame: Frame) {
  const { language } = useText();
  const { stands, isLoading, isFailing } = useSubjectStands(frame);
  const news = useNews(frame, stands);
  const totals = useVaccinationTotals(frame);
  const lasting = { ...totals, data: useLast(totals.data) };
  const { sentences } = useHeadline(lasting);
  const burnDownBundle = useBurnDown(frame);
  const days = useLast(burnDownBundle.data);
  const targetsBundle = useTargetsOfArea(frame);
  const targetRows = useLast(targetsBundle.data)?.rows;

  const current = isSameScene(lasting.data?.frame, days?.frame) ? lasting.data?.current : undefined;
  const burnDown = useMemo(() => {
    // Without Cube's own pace another would be drawn than the headline tells.
    if (!days || days.frame.baseline === null || !current) return null;
    const { cleansing_rate: rate, cleansing_forecast_date: finish } = current;
    const pace = { rate, finish, isUntold: rate === null };
    return prepareBurnDown(days.points, days.frame.baseline, days.frame.asOf, pace);
  }, [days, current]);
  const targets = useMemo(() => prepareTargets(targetRows ?? [], language), [targetRows, language]);

  return {
    // What is not known yet would be taken for what is not there.
    slides: isLoading ? [] : prepareSlides({ stands, burnDown, targets, news: news.isLoading ? [] : news.items }),
    headline: sentences.length > 0 ? `${sentences.join("; ")}.` : "",
    isFailing: isFailing || [totals, burnDownBundle, targetsBundle].some(({ error }) => error !== null),
  };
}

/** What was there last, where asking for the new failed. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
