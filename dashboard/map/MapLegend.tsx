import { useText } from "../messages/useText.ts";
import { legendClasses, writeClass } from "./legendClasses.ts";
import type { Steps } from "./sevenSteps.ts";

interface Props {
  steps: Steps | null;
  write(value: number): string;
  hasMissing: boolean;
}

/** The classes of a map with the values between them. */
export function MapLegend({ steps, write, hasMissing }: Props) {
  const { t } = useText();
  if (!steps && !hasMissing) return null;
  return (
    <div className="legend">
      <ol aria-label={t("map.legend")}>
        {legendClasses(steps).map((entry) => (
          <li key={entry.from}>
            <i style={{ background: `var(--step-${entry.step})` }} aria-hidden="true" />
            <span>{writeClass(entry, write)}</span>
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
