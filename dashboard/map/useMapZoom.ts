import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { useCallback, useEffect, useRef, useState } from "react";

const MOST = 8;
const STEP = 1.6;

export interface MapZoom {
  /** For the `<svg>`. */
  attach(svg: SVGSVGElement | null): void;
  /** For the `<g>` that holds what is drawn. */
  transform: string;
  /** How many times as large as the whole; 1: the whole. */
  scale: number;
  zoomIn(): void;
  zoomOut(): void;
  reset(): void;
}

const isMeant = (event: WheelEvent | MouseEvent | TouchEvent, scale: number): boolean => {
  if (event.type === "wheel") return event.ctrlKey;
  if ("touches" in event) return event.touches.length > 1 || scale > 1;
  return scale > 1 && "button" in event && event.button === 0;
};

/**
 * Zooms and moves a drawing: with buttons and keys, by pinching, with the wheel while Ctrl is held, and by dragging once it is
 * zoomed. The wheel alone and one finger on the whole map move the page, as everywhere.
 */
export function useMapZoom(): MapZoom {
  const [transform, setTransform] = useState(zoomIdentity);
  const behaviour = useRef<{ svg: SVGSVGElement; zoom: ZoomBehavior<SVGSVGElement, unknown> } | null>(null);
  const attach = useCallback((svg: SVGSVGElement | null) => {
    if (!svg) return;
    const { x, y, width, height } = svg.viewBox.baseVal;
    const whole: [[number, number], [number, number]] = [
      [x, y],
      [x + width, y + height],
    ];
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, MOST])
      .extent(whole)
      .translateExtent(whole)
      .filter((event: WheelEvent | MouseEvent | TouchEvent) => isMeant(event, zoomTransform(svg).k))
      .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => setTransform(event.transform));
    select(svg).call(zooming).on("dblclick.zoom", null);
    behaviour.current = { svg, zoom: zooming };
  }, []);
  useEffect(
    () => () => {
      if (behaviour.current) select(behaviour.current.svg).on(".zoom", null);
    },
    [],
  );
  const by = (factor: number) => () => {
    const { current } = behaviour;
    if (current) current.zoom.scaleBy(select(current.svg), factor);
  };
  return {
    attach,
    transform: transform.toString(),
    scale: transform.k,
    zoomIn: by(STEP),
    zoomOut: by(1 / STEP),
    reset: () => {
      const { current } = behaviour;
      if (current) current.zoom.transform(select(current.svg), zoomIdentity);
    },
  };
}
