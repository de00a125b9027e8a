import { useText } from "../messages/useText.ts";
import { legendClasses, writeClass, writeClassing } from "./legendClasses.ts";
import type { MapClasses } from "./mapClasses.ts";

interface Props {
  classes: MapClasses | null;
  /** The target, where the classes part at one. */
  target: number | null;
  write(value: number): string;
  hasMissing: boolean;
}

/** The classes of a map with the values between them. */
export function MapLegend({ classes, target, write, hasMissing }: Props) {
  const { t } = useText();
  if (!classes && !hasMissing) return null;
  return (
    <div className="legend">
      <ol aria-label={t("map.legend")}>
        {legendClasses(classes, target).map((entry) => (
          <li key={entry.colour}>
            <i style={{ background: `var(--${entry.colour})` }} aria-hidden="true" />
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
      {classes && <p className="legend-by">{writeClassing(classes, target, write, t)}</p>}
    </div>
  );
}
