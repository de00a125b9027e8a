import { useMemo } from "react";
import type { CubeView } from "../data/defineView.ts";
import type { Bundle } from "../data/useBundle.ts";
import type { FigureRow, ViewName } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { peerWord } from "./peerWord.ts";
import { type PeerTotals, usePeerRows } from "./usePeerRows.ts";

/** As many as fit below a card. */
const MOST = 2;

/** "so với cả nước 81,2 % và Đà Nẵng 74,2 %": the first areas compared in a rate; null for counts, which compare nothing. */
export function usePeerSentence<V extends ViewName>(
  of: CubeView<V>,
  peers: PeerTotals,
  totals: Bundle<{ current: FigureRow | undefined }>,
): (measure: string) => string | null {
  const { t, format } = useText();
  const rows = usePeerRows(peers, totals, of.measures);
  return useMemo(
    () => (measure) => {
      const meta = of.measures.find(({ name }) => name === measure);
      if (!meta?.isRate || rows.length === 0) return null;
      const parts = rows.slice(0, MOST).map((row) => {
        const figure = formatMeasure(row.values.get(measure), meta, format, "short");
        return t("peers.figure", { name: peerWord(row, t), figure: row.isMissing === null ? "…" : figure });
      });
      return t("compare.with", { what: format.list(parts) });
    },
    [of, rows, t, format],
  );
}
