import type { ReactNode } from "react";
import type { RankedArea } from "../charts/prepareRanking.ts";
import { Shapes } from "./AreaMap.tsx";
import { type DrawnMap, LINE_WIDTHS_FOR } from "./drawnMap.ts";
import { classColour, type MapClasses } from "./mapClasses.ts";

interface Props {
  map: DrawnMap;
  areas: readonly RankedArea[];
  classes: MapClasses | null;
  label: string;
  /** Areas outlined above the others. */
  marked: readonly string[];
  /** Names written on the map. */
  children?: ReactNode;
}

/** Areas side by side as a map to be looked at only: nothing in it can be chosen. */
export function StillMap({ map, areas, classes, label, marked, children }: Props) {
  const { box } = map;
  const grid = box.width / LINE_WIDTHS_FOR;
  const values = new Map(areas.map(({ code, value }) => [code, value]));
  const fillOf = (code: string) => {
    const value = values.get(code) ?? null;
    return value === null || !classes ? "url(#still-no-data)" : `var(--${classColour(value, classes)})`;
  };
  return (
    <svg className="still-map" viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} role="img" aria-label={label}>
      <defs>
        <pattern
          id="still-no-data"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(45) scale(${grid})`}
        >
          <rect width="6" height="6" className="map-nodata" />
          <path d="M0 0V6" className="map-nodata-line" />
        </pattern>
      </defs>
      <g style={{ "--grid": `${grid}` }}>
        {map.areas.map((area) => (
          <Shapes key={area.code} outline={area} fill={fillOf(area.code)} grid={grid} />
        ))}
        {map.areas
          .filter(({ code }) => marked.includes(code))
          .map((area) => (
            <g key={area.code} className="still-map-marked">
              <Shapes outline={area} fill={fillOf(area.code)} grid={grid} />
            </g>
          ))}
        {children}
      </g>
    </svg>
  );
}
