import { type KeyboardEvent, useState } from "react";
import { ErrorPanel } from "../app/ErrorPanel.tsx";
import { isPlainClick } from "../app/ViewLink.tsx";
import { useView } from "../app/ViewProvider.tsx";
import type { RankedArea } from "../charts/prepareRanking.ts";
import type { Structure } from "../data/fetchAreas.ts";
import { useText } from "../messages/useText.ts";
import { ArchipelagoLabels } from "./ArchipelagoLabels.tsx";
import type { ProvinceOutline } from "./loadProvinceShapes.ts";
import { MapButtons } from "./MapButtons.tsx";
import { classColour, type MapClasses } from "./mapClasses.ts";
import { archipelagos, type ShapeId } from "./provinceCodes.ts";
import { useMapZoom } from "./useMapZoom.ts";
import { useProvinceShapes } from "./useProvinceShapes.ts";

interface Props {
  structure: Structure;
  areas: readonly RankedArea[];
  classes: MapClasses | null;
  label: string;
  /** Province under the pointer or focus, here or in the ranking beside. */
  active: string | null;
  onActive(code: string | null): void;
  describe(area: RankedArea): string;
}

/** The country by province, Hoàng Sa and Trường Sa with it. One tab stop; arrow keys walk to the neighbour in that direction. */
export function ProvinceMap({ structure, areas, classes, label, active, onActive, describe }: Props) {
  const { t } = useText();
  const { href, go } = useView();
  const [entry, setEntry] = useState<string | null>(null);
  const map = useProvinceShapes(structure);
  const zoom = useMapZoom();
  if (map.error) return <ErrorPanel error={map.error} retry={() => void map.refetch()} />;
  if (!map.data) return <div className="skeleton map-skeleton" role="status" aria-label={t("state.loading")} />;

  const byCode = new Map(areas.map((area) => [area.code, area]));
  const { outlines, box } = map.data;
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
  // The active province is drawn again above its neighbours, so that its outline is whole.
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
          <pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="map-nodata" />
            <path d="M0 0V6" className="map-nodata-line" />
          </pattern>
        </defs>
        <g transform={zoom.transform} style={{ "--zoom": `${zoom.scale}` }}>
          {outlines.map((outline) => {
            const area = byCode.get(outline.code);
            const to = { area: { level: "province", code: outline.code } } as const;
            return (
              <a
                key={outline.code}
                href={href(to)}
                tabIndex={outline.code === tabStop ? 0 : -1}
                aria-label={area ? describe(area) : outline.code}
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
                <Shapes outline={outline} fill={fillOf(outline.code)} />
              </a>
            );
          })}
          {raised && (
            <g className="map-raised">
              <Shapes outline={raised} fill={fillOf(raised.code)} />
            </g>
          )}
          <ArchipelagoLabels />
        </g>
      </svg>
      <MapButtons zoom={zoom} />
    </div>
  );
}

const isArchipelago = (id: ShapeId) => archipelagos.some((name) => name === id);

/** Outline first, then the fill over it: borders show between provinces and never inside a merged one. */
function Shapes({ outline, fill }: { outline: ProvinceOutline; fill: string }) {
  return (
    <>
      {outline.shapes.map(({ id, path }) => (
        <path
          key={`outline ${id}`}
          className={isArchipelago(id) ? "map-outline map-outline-island" : "map-outline"}
          d={path}
        />
      ))}
      {outline.shapes.map(({ id, path }) => (
        <path
          key={id}
          className={isArchipelago(id) ? "map-shape map-island" : "map-shape"}
          d={path}
          style={{ fill, stroke: fill }}
        />
      ))}
    </>
  );
}

const directions: Readonly<Record<string, [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest province lying that way: what is off to the side counts double. */
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
