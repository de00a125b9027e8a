import { useMemo, useState } from "react";
import type { Snapshot } from "../../charts/EChart.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { LazyChart, snapshotPainter } from "../../charts/LazyChart.tsx";
import { isSameScene } from "../../data/frame.ts";
import { useText } from "../../messages/useText.ts";
import { usePalette } from "../../theme/usePalette.ts";
import { cellOf } from "../../url/whyCell.ts";
import { burnDownOption } from "./burnDownOption.ts";
import { type BurnDown, prepareBurnDown } from "./prepareBurnDown.ts";
import { type useBurnDown, type useVaccinationTotals, vaccination } from "./vaccination.ts";

const drawn = ["subjects_to_clean", "subjects_wrong"] as const;

interface Props {
  bundle: ReturnType<typeof useBurnDown>;
  totals: ReturnType<typeof useVaccinationTotals>;
}

/** Records to clean since the baseline, and when the present pace would end them. */
export function BurnDownFigure({ bundle, totals }: Props) {
  const { t, format } = useText();
  const palette = usePalette();
  const [snapshot, setSnapshot] = useState<{ take: Snapshot } | null>(null);
  const [onReady] = useState(() => (take: Snapshot) => setSnapshot({ take }));
  const { data } = bundle;
  const current = isSameScene(totals.data?.frame, data?.frame) ? totals.data?.current : undefined;
  const prepared = useMemo(() => {
    if (!data || data.frame.baseline === null) return null;
    const { cleansing_rate: rate = null, cleansing_forecast_date: finish = null } = current ?? {};
    const pace = { rate, finish, isUntold: current !== undefined && rate === null };
    return prepareBurnDown(data.points, data.frame.baseline, data.frame.asOf, pace);
  }, [data, current]);
  const option = useMemo(
    () => prepared && burnDownOption(prepared, palette, t, format),
    [prepared, palette, t, format],
  );
  const sentence = useVerdict(prepared);
  const isBefore = data !== undefined && data.frame.baseline !== null && data.frame.baseline >= data.frame.asOf;

  return (
    <Figure
      title={t("burnDown.title")}
      unit={t("unit.subjects")}
      period={
        bundle.frame.baseline === null
          ? ""
          : t("period.range", { from: format.day(bundle.frame.baseline), to: format.day(bundle.frame.asOf) })
      }
      table={
        data && {
          columns: [
            { label: t("burnDown.day"), kind: "day" },
            { label: t("burnDown.toClean"), kind: "number" },
            { label: t("burnDown.wrong"), kind: "number" },
          ],
          rows: (prepared?.points ?? []).map((point) => [point.day, point.toClean, point.wrong]).reverse(),
          whyOf: (row, column) => {
            const [measure, day] = [drawn[column - 1], prepared?.points.at(-1 - row)?.day];
            return measure && day ? cellOf(vaccination.meta(measure), { days: [day, day] }) : null;
          },
        }
      }
      painter={snapshotPainter(snapshot?.take ?? null)}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={!prepared || isBefore || prepared.verdict === "noData"}
      emptyMessage={
        isBefore ? t("burnDown.before", { day: format.day(data?.frame.baseline ?? null) }) : t("state.empty")
      }
      className="span-7"
      why={drawn.map(vaccination.meta)}
      notes={
        <>
          <p className="verdict">{sentence}</p>
          <Key prepared={prepared} />
        </>
      }
    >
      {option && <LazyChart option={option} label={t("burnDown.aria", { sentence })} onReady={onReady} />}
    </Figure>
  );
}

function Key({ prepared }: { prepared: BurnDown | null }) {
  const { t } = useText();
  return (
    <ul className="key">
      <li>
        <i className="key-line" aria-hidden="true" /> {t("burnDown.toClean")}
      </li>
      <li>
        <i className="key-line key-warn" aria-hidden="true" /> {t("burnDown.wrong")}
      </li>
      {prepared?.forecast && (
        <li>
          <i className="key-line key-dashed" aria-hidden="true" /> {t("burnDown.forecastBand")}
        </li>
      )}
    </ul>
  );
}

/** Where the burn-down leads, in one sentence. */
export function useVerdict(prepared: BurnDown | null): string {
  const { t, format } = useText();
  if (!prepared || prepared.verdict === "noData") return "";
  const remaining = format.compact(prepared.remaining);
  const { forecast, verdict } = prepared;
  if (verdict !== "forecast" || !forecast)
    return t(`burnDown.verdict.${verdict === "forecast" ? "notEnough" : verdict}`, { remaining });
  const values = {
    remaining,
    rate: forecast.rate < 100 ? format.decimal(forecast.rate) : format.compact(Math.round(forecast.rate)),
    finish: format.day(forecast.finish),
    early: format.day(forecast.early),
  };
  return forecast.late === null
    ? t("burnDown.verdict.openEnd", values)
    : t("burnDown.verdict.forecast", { ...values, late: format.day(forecast.late) });
}
