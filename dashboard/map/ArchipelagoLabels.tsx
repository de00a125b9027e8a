import { useText } from "../messages/useText.ts";
import { archipelagoNames } from "./archipelagoNames.ts";

/** Names of Hoàng Sa and Trường Sa with the province each belongs to. */
export function ArchipelagoLabels() {
  const { t } = useText();
  return (
    <g className="map-names">
      {archipelagoNames.map(({ id, x, y, anchor, province }) => (
        <text key={id} x={x} y={y} textAnchor={anchor}>
          <tspan className="map-name">{t(`map.${id}`)}</tspan>
          <tspan className="map-owner" x={x} dy="1.15em">
            {t(`map.${province}`)}
          </tspan>
        </text>
      ))}
    </g>
  );
}
