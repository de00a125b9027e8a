import { useMemo } from "react";
import { useView } from "../app/ViewProvider.tsx";
import type { Bundle } from "../data/useBundle.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import type { Format } from "../format/createFormat.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { peerWord } from "../peers/peerWord.ts";
import { type PeerTotals, usePeerRows } from "../peers/usePeerRows.ts";
import type { GridRow } from "./AreaGrid.tsx";

/** A row "so với …" for each area compared, rates with their distance from the chosen area's. */
export function usePeerGridRows(
  peers: PeerTotals,
  totals: Bundle<{ current: FigureRow | undefined }>,
  measures: readonly MeasureMeta[],
): GridRow[] {
  const { t, format } = useText();
  const { href } = useView();
  const rows = usePeerRows(peers, totals, measures);
  return useMemo(
    () =>
      rows.map((row) => {
        const word = peerWord(row, t);
        const write = (meta: MeasureMeta) => {
          const text = formatMeasure(row.values.get(meta.name), meta, format, "full");
          const difference = row.differences.get(meta.name);
          return difference === undefined
            ? text
            : t("peers.beside", { text, difference: signed(difference, meta, format) });
        };
        return {
          code: row.area.code,
          name: t("compare.with", { what: row.isMissing ? t("peers.missing", { name: word }) : word }),
          isUnknown: false,
          href: href({ area: row.area }),
          values: row.values,
          // Not asked about yet: no figure, and not missing either.
          texts: new Map(measures.map((meta) => [meta.name, row.isMissing === null ? "…" : write(meta)])),
        };
      }),
    [rows, measures, href, t, format],
  );
}

/** The distance of two rates; of shares in percentage points, as the note below the table says. */
const signed = (difference: number, { unit }: MeasureMeta, format: Format): string =>
  unit === "percent" ? format.barePoints(difference) : format.signedCompact(Math.round(difference * 100) / 100);
