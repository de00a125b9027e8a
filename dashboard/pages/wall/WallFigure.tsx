import type { Kpi } from "../../charts/prepareKpis.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import { useText } from "../../messages/useText.ts";

/** A figure as large as its place allows; words where it is missing. */
export function WallFigure({ kpi, missing = "figureState.noData" }: { kpi: Kpi; missing?: MessageKey }) {
  const { t, format } = useText();
  if (kpi.value === null) return <span className="wall-nodata">{t(missing)}</span>;
  const text = formatMeasure(kpi.value, kpi.meta, format, "short");
  const [, figure = text, unit = ""] = /^(.*\d)(\D*)$/.exec(text) ?? [];
  return (
    <span className="wall-value">
      {figure}
      {unit && <span className="wall-unit">{unit}</span>}
    </span>
  );
}

/** What moved; since when, the page's head says. */
export function WallChange({ kpi }: { kpi: Kpi }) {
  const { t, format } = useText();
  const { change } = kpi;
  if (change === null) return <p className="wall-change">{t("wall.change.unknown")}</p>;
  const size = Math.abs(change.difference);
  const amount = change.isShare ? format.points(size) : format.compact(size);
  const direction = change.difference === 0 ? "same" : change.difference > 0 ? "up" : "down";
  return <p className={`wall-change change-${change.sentiment}`}>{t(`wall.change.${direction}`, { amount })}</p>;
}
