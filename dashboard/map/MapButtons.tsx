import { useText } from "../messages/useText.ts";
import type { MapZoom } from "./useMapZoom.ts";

/** Larger, smaller, whole: for those who do not pinch. */
export function MapButtons({ zoom }: { zoom: MapZoom }) {
  const { t } = useText();
  return (
    <div className="map-buttons">
      <button type="button" aria-label={t("map.zoomIn")} title={t("map.zoomIn")} onClick={zoom.zoomIn}>
        +
      </button>
      <button
        type="button"
        aria-label={t("map.zoomOut")}
        title={t("map.zoomOut")}
        disabled={zoom.scale <= 1}
        onClick={zoom.zoomOut}
      >
        −
      </button>
      {zoom.scale > 1 && (
        <button type="button" className="map-reset" onClick={zoom.reset}>
          {t("map.reset")}
        </button>
      )}
    </div>
  );
}
