import { useText } from "../../messages/useText.ts";
import { prepareHeadline } from "./prepareHeadline.ts";
import type { useVaccinationTotals } from "./vaccination.ts";

/** What the figures say in words: above the page, and on the card that has more to tell. */
export function useHeadline({ data }: ReturnType<typeof useVaccinationTotals>): {
  sentences: string[];
  detailOf(measure: string): string | null;
} {
  const { t, format } = useText();
  const finish = data?.current?.cleansing_forecast_date ?? null;
  return {
    sentences: prepareHeadline(data?.current, format).map(({ key, values }) => t(key, values)),
    detailOf: (measure) =>
      measure === "cleansing_progress" && finish !== null ? t("kpi.finish", { day: format.day(finish) }) : null,
  };
}
