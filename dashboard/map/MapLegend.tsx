import { useText } from "../messages/useText.ts";
import { type Steps, stepOf } from "./sevenSteps.ts";

interface Props {
  steps: Steps | null;
  write(value: number): string;
  hasMissing: boolean;
}

/** The classes of a map with the values between them. */
export function MapLegend({ steps, write, hasMissing }: Props) {
  const { t } = useText();
  if (!steps) return null;
  const edges = [steps.min, ...steps.thresholds, steps.max];
  const classes = steps.thresholds.length === 0 ? [steps.min] : edges.slice(0, -1);
  return (
    <div className="legend">
      <ol aria-label={t("map.legend")}>
        {classes.map((from, index) => (
          <li key={from}>
            <i style={{ background: `var(--step-${stepOf(from, steps)})` }} aria-hidden="true" />
            <span>
              {write(from)}
              {edges[index + 1] !== undefined && edges[index + 1] !== from && ` – ${write(edges[index + 1] ?? from)}`}
            </span>
          </li>
        ))}
        {hasMissing && (
          <li>
            <i className="legend-missing" aria-hidden="true" />
            <span>{t("figureState.noData")}</span>
          </li>
        )}
      </ol>
    </div>
  );
}
