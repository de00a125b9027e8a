import { useText } from "../messages/useText.ts";
import { peerStroke } from "./peerStroke.ts";
import type { PeerTrend } from "./preparePeerTrend.ts";

/** Which line is which area, those without figures among them, and what the lines can be read for. */
export function PeerKey({ trends }: { trends: readonly PeerTrend[] }) {
  const { t } = useText();
  return (
    <>
      <ul className="key">
        {(trends[0]?.lines ?? []).map(({ code, name }, place) => {
          const { colour, dash, width } = peerStroke(place);
          const isMissing = trends.every(({ lines }) => lines[place]?.isMissing ?? true);
          return (
            <li key={code}>
              <svg width="26" height="8" aria-hidden="true">
                <line
                  x1="0"
                  x2="26"
                  y1="4"
                  y2="4"
                  stroke={`var(--${colour})`}
                  strokeWidth={width}
                  strokeDasharray={dash.join(" ")}
                />
              </svg>
              {isMissing ? t("peers.missing", { name }) : name}
            </li>
          );
        })}
      </ul>
      {trends.some(({ isIndexed }) => isIndexed) && <p>{t("peers.indexed")}</p>}
    </>
  );
}
