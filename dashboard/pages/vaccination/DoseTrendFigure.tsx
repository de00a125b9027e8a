import { useMemo } from "react";
import { TrendFigure } from "../../charts/TrendFigure.tsx";
import { useText } from "../../messages/useText.ts";
import { type useDoseTrend, vaccination } from "./vaccination.ts";

/** Doses given and doses entered, by week or month of the period. */
export function DoseTrendFigure({ bundle }: { bundle: ReturnType<typeof useDoseTrend> }) {
  const { t } = useText();
  const series = useMemo(
    () =>
      [
        { meta: vaccination.meta("doses_injected_in_period"), name: t("trend.injected") },
        { meta: vaccination.meta("doses_entered_in_period"), name: t("trend.entered") },
      ] as const,
    [t],
  );
  const grain = bundle.data?.grain ?? "month";
  return (
    <TrendFigure
      title={t("trend.title")}
      unit={t(`trend.unit.${grain}`)}
      describe={(range) => t("trend.aria", { range })}
      series={series}
      bundle={bundle}
    />
  );
}
