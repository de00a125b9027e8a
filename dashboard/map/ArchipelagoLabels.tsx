import { useText } from "../messages/useText.ts";

/** Where the names stand: beside the archipelagos, in the units of the map. */
const places = [
  { id: "hoangsa", x: 545, y: 343, province: "danang" },
  { id: "truongsa", x: 640, y: 606, province: "khanhhoa" },
] as const;

/** Names of Hoàng Sa and Trường Sa with the province each belongs to. */
export function ArchipelagoLabels() {
  const { t } = useText();
  return (
    <g className="map-names">
      {places.map(({ id, x, y, province }) => (
        <text key={id} x={x} y={y}>
          <tspan className="map-name">{t(`map.${id}`)}</tspan>
          <tspan className="map-owner" x={x} dy="1.15em">
            {t(`map.${province}`)}
          </tspan>
        </text>
      ))}
    </g>
  );
}
