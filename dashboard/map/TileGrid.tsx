import { ViewLink } from "../app/ViewLink.tsx";
import type { RankedArea } from "../charts/prepareRanking.ts";
import { useText } from "../messages/useText.ts";
import { parseAreaCode } from "../url/areaRef.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { WhyButton } from "../why/WhyButton.tsx";
import { whyProps } from "../why/whyProps.ts";
import { classColour, type MapClasses } from "./mapClasses.ts";

interface Props {
  areas: readonly RankedArea[];
  classes: MapClasses | null;
  label: string;
  active: string | null;
  onActive(code: string | null): void;
  write(value: number | null): string;
  /** Where a unit's figure comes from. */
  whyOf(area: RankedArea): WhyCell | null;
}

/** Units without a map: one tile each, in the order of their codes, coloured as a map would be. */
export function TileGrid({ areas, classes, label, active, onActive, write, whyOf }: Props) {
  const { t } = useText();
  const ordered = areas.toSorted((a, b) => Number(a.isUnknown) - Number(b.isUnknown) || a.code.localeCompare(b.code));
  return (
    <ul className="tiles" aria-label={label}>
      {ordered.map((area) => {
        const colour = area.value === null || !classes || area.isUnknown ? null : classColour(area.value, classes);
        const to = area.isUnknown ? undefined : parseAreaCode(area.code);
        const content = (
          <>
            <span className="tile-name">
              {area.isUnknown && <span aria-hidden="true">? </span>}
              {area.isUnknown ? t("area.unknown") : area.name}
            </span>
            <span className="tile-value">{write(area.value)}</span>
          </>
        );
        const look = {
          className: `tile${colour === null ? " tile-missing" : ""}${area.code === active ? " is-active" : ""}`,
          style: colour === null ? {} : { background: `var(--${colour})`, color: `var(--on-${colour})` },
          onPointerEnter: () => onActive(area.code),
          onPointerLeave: () => onActive(null),
          ...whyProps(whyOf(area)),
        };
        return (
          <li key={area.code}>
            {to ? (
              <ViewLink to={{ area: to }} {...look} onFocus={() => onActive(area.code)} onBlur={() => onActive(null)}>
                {content}
              </ViewLink>
            ) : (
              <span {...look}>{content}</span>
            )}
            <WhyButton cell={whyOf(area)} of={`${area.name}, ${label}`} isOneOfMany />
          </li>
        );
      })}
    </ul>
  );
}
