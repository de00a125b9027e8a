import { ViewLink } from "../app/ViewLink.tsx";
import type { RankedArea } from "../charts/prepareRanking.ts";
import { useText } from "../messages/useText.ts";
import { parseAreaCode } from "../url/areaRef.ts";
import { type Steps, stepOf } from "./sevenSteps.ts";

interface Props {
  areas: readonly RankedArea[];
  steps: Steps | null;
  label: string;
  active: string | null;
  onActive(code: string | null): void;
  write(value: number | null): string;
}

/** Units without a map: one tile each, in the order of their codes, coloured as a map would be. */
export function TileGrid({ areas, steps, label, active, onActive, write }: Props) {
  const { t } = useText();
  const ordered = areas.toSorted((a, b) => Number(a.isUnknown) - Number(b.isUnknown) || a.code.localeCompare(b.code));
  return (
    <ul className="tiles" aria-label={label}>
      {ordered.map((area) => {
        const step = area.value === null || !steps || area.isUnknown ? null : stepOf(area.value, steps);
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
          className: `tile${step === null ? " tile-missing" : ""}${area.code === active ? " is-active" : ""}`,
          style: step === null ? {} : { background: `var(--step-${step})`, color: `var(--on-step-${step})` },
          onPointerEnter: () => onActive(area.code),
          onPointerLeave: () => onActive(null),
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
          </li>
        );
      })}
    </ul>
  );
}
