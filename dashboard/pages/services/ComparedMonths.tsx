import { useMemo } from "react";
import { LazyChart } from "../../charts/LazyChart.tsx";
import { useText } from "../../messages/useText.ts";
import { type PeerPanel, peerTrendOption } from "../../peers/peerTrendOption.ts";
import { usePalette } from "../../theme/usePalette.ts";

const HEIGHT = 170;
const ignore = () => undefined;

/** One measure of several areas, month by month. */
export function ComparedMonths({ panel, range }: { panel: PeerPanel; range: string }) {
  const { t, format } = useText();
  const palette = usePalette();
  const option = useMemo(() => peerTrendOption([panel], "month", HEIGHT, palette, format), [panel, palette, format]);
  return (
    <section>
      <h3>{panel.title}</h3>
      <p>{panel.unit}</p>
      <LazyChart
        option={option}
        height={HEIGHT}
        label={t("peers.aria", { title: panel.title, range })}
        onReady={ignore}
      />
    </section>
  );
}
