import { type KeyboardEvent, type ReactNode, useState } from "react";
import { isPlainClick } from "../app/ViewLink.tsx";
import { useView } from "../app/ViewProvider.tsx";
import type { RankedArea } from "../charts/prepareRanking.ts";
import type { AreaLevel } from "../url/areaRef.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { whyProps } from "../why/whyProps.ts";
import { type DrawnArea, type DrawnMap, LINE_WIDTHS_FOR } from "./drawnMap.ts";
import { MapButtons } from "./MapButtons.tsx";
import { classColour, type MapClasses } from "./mapClasses.ts";
import { archipelagos } from "./provinceCodes.ts";
import { useMapZoom } from "./useMapZoom.ts";

interface Props {
  map: DrawnMap;
  /** Of the areas that are drawn. */
  level: AreaLevel;
  areas: readonly RankedArea[];
  classes: MapClasses | null;
  label: string;
  /** Area under the pointer or focus, here or in the ranking beside. */
  active: string | null;
  onActive(code: string | null): void;
  describe(area: RankedArea): string;
  /** Where an area's figure comes from. */
  whyOf(area: RankedArea): WhyCell | null;
  /** Names written on the map. */
  children?: ReactNode;
}

/** Areas side by side as a map. One tab stop; arrow keys walk to the neighbour in that direction. */
export function AreaMap({ map, level, areas, classes, label, active, onActive, describe, whyOf, children }: Props) {
  const { href, go } = useView();
  const [entry, setEntry] = useState<string | null>(null);
  const zoom = useMapZoom();

  const byCode = new Map(areas.map((area) => [area.code, area]));
  const { areas: outlines, box } = map;
  // Widths of lines are said for a map of this width.
  const grid = box.width / LINE_WIDTHS_FOR;
  const tabStop = entry ?? areas[0]?.code ?? outlines[0]?.code;
  const fillOf = (code: string) => {
    const value = byCode.get(code)?.value ?? null;
    return value === null || !classes ? "url(#no-data)" : `var(--${classColour(value, classes)})`;
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const zoomed = { "+": zoom.zoomIn, "=": zoom.zoomIn, "-": zoom.zoomOut, "0": zoom.reset }[event.key];
    if (zoomed && !event.ctrlKey && !event.metaKey) zoomed();
    const direction = directions[event.key];
    const from = event.target instanceof SVGAElement ? event.target : null;
    if (!direction || !from) return;
    event.preventDefault();
    neighbour(from, [...event.currentTarget.querySelectorAll<SVGAElement>("a")], direction)?.focus();
  };
  // The active area is drawn again above its neighbours, so that its outline is whole.
  const raised = outlines.find((outline) => outline.code === active);

  return (
    <div className="map-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold SVG */}
      <svg
        ref={zoom.attach}
        className={zoom.scale > 1 ? "map is-zoomed" : "map"}
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        <defs>
          <pattern
            id="no-data"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(45) scale(${grid})`}
          >
            <rect width="6" height="6" className="map-nodata" />
            <path d="M0 0V6" className="map-nodata-line" />
          </pattern>
        </defs>
        <g transform={zoom.transform} style={{ "--zoom": `${zoom.scale}`, "--grid": `${grid}` }}>
          {outlines.map((outline) => {
            const area = byCode.get(outline.code);
            const to = { area: { level, code: outline.code } } as const;
            return (
              <a
                key={outline.code}
                href={href(to)}
                tabIndex={outline.code === tabStop ? 0 : -1}
                aria-label={area ? describe(area) : outline.code}
                {...whyProps(area ? whyOf(area) : null)}
                onFocus={() => {
                  setEntry(outline.code);
                  onActive(outline.code);
                }}
                onBlur={() => onActive(null)}
                onPointerEnter={() => onActive(outline.code)}
                onPointerLeave={() => onActive(null)}
                onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  go(to);
                }}
              >
                <Shapes outline={outline} fill={fillOf(outline.code)} grid={grid} />
              </a>
            );
          })}
          {raised && (
            <g className="map-raised">
              <Shapes outline={raised} fill={fillOf(raised.code)} grid={grid} />
            </g>
          )}
          {map.names?.map(({ code, x, y }) => (
            <text key={code} className="map-name" x={x} y={y}>
              {byCode.get(code)?.name}
            </text>
          ))}
          {children}
        </g>
      </svg>
      <MapButtons zoom={zoom} />
    </div>
  );
}

const isArchipelago = (id: string) => archipelagos.some((name) => name === id);

/** Outline first, then the fill over it: borders show between areas and never inside a merged one. */
export function Shapes({ outline: { shapes, inset }, fill, grid }: { outline: DrawnArea; fill: string; grid: number }) {
  const drawn = (
    <>
      {shapes.map(({ id, path }) => (
        <path
          key={`outline ${id}`}
          className={inset || isArchipelago(id) ? "map-outline map-outline-island" : "map-outline"}
          d={path}
        />
      ))}
      {shapes.map(({ id, path }) => (
        <path
          key={id}
          className={isArchipelago(id) ? "map-shape map-island" : "map-shape"}
          d={path}
          style={{ fill, stroke: fill }}
        />
      ))}
    </>
  );
  if (inset === undefined) return drawn;
  const { x, y, scale } = inset;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} style={{ "--grid": `${grid / scale}` }}>
      {drawn}
    </g>
  );
}

const directions: Readonly<Record<string, [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest area lying that way: what is off to the side counts double. */
function neighbour(from: SVGAElement, all: SVGAElement[], [dx, dy]: [number, number]): SVGAElement | undefined {
  const centre = (element: SVGAElement) => {
    // The mainland's shape: an archipelago would pull the centre out to sea.
    const box = (element.querySelector<SVGPathElement>(".map-shape:not(.map-island)") ?? element).getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const start = centre(from);
  let best: { element: SVGAElement; cost: number } | undefined;
  for (const element of all) {
    if (element === from) continue;
    const end = centre(element);
    const along = (end.x - start.x) * dx + (end.y - start.y) * dy;
    const aside = Math.abs((end.x - start.x) * dy) + Math.abs((end.y - start.y) * dx);
    const cost = along + 2 * aside;
    if (along > 0 && (!best || cost < best.cost)) best = { element, cost };
  }
  return best?.element;
}
