import { useMemo } from "react";
import type { PeerPoints } from "../data/askPeers.ts";
import { isSameScene } from "../data/frame.ts";
import type { Bundle } from "../data/useBundle.ts";
import { usePeers } from "../data/usePeers.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import { type PeerRow, preparePeerRows } from "./preparePeerRows.ts";

export type PeerTotals = Bundle<{ peers: readonly PeerPoints[] }>;

/** The areas compared, beside the figures of the chosen one: those of another day or place never stand beside these. */
export function usePeerRows(
  { data: told }: PeerTotals,
  { data: own }: Bundle<{ current: FigureRow | undefined }>,
  measures: readonly MeasureMeta[],
): PeerRow[] {
  const { peers } = usePeers();
  return useMemo(
    () =>
      preparePeerRows(peers, isSameScene(told?.frame, own?.frame) ? (told?.peers ?? []) : [], own?.current, measures),
    [peers, told, own, measures],
  );
}
