import { useMemo } from "react";
import type { CubeView } from "../data/defineView.ts";
import type { Bundle } from "../data/useBundle.ts";
import { usePeers } from "../data/usePeers.ts";
import type { FigureRow, ViewName } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { peerWord } from "./peerWord.ts";
import { type PeerTotals, usePeerRows } from "./usePeerRows.ts";

/** A line below a card's figure; areas whose names are on their way have the same text. */
export interface BesideLine {
  key: string;
  text: string;
}

/** As many as fit below a card. */
const MOST = 2;

/** "cả nước 81,2 %", "Đà Nẵng 74,2 %": the first areas compared in a rate; none for counts, which compare nothing. */
export function usePeerFigures<V extends ViewName>(
  of: CubeView<V>,
  peers: PeerTotals,
  totals: Bundle<{ current: FigureRow | undefined }>,
): (measure: string) => readonly BesideLine[] {
  const { t, format } = useText();
  const { isWaiting } = usePeers();
  const rows = usePeerRows(peers, totals, of.measures);
  return useMemo(
    () => (measure) => {
      const meta = of.measures.find(({ name }) => name === measure);
      if (!meta?.isRate) return [];
      const lines = rows.map((row) => {
        const figure = formatMeasure(row.values.get(measure), meta, format, "short");
        const text = t("peers.figure", { name: peerWord(row, t), figure: row.isMissing === null ? "…" : figure });
        return { key: row.area.code, text };
      });
      // The place of the one that is not known yet.
      return (isWaiting ? [...lines, { key: "awaited", text: "…" }] : lines).slice(0, MOST);
    },
    [of, rows, isWaiting, t, format],
  );
}
