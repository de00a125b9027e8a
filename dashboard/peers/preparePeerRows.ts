import type { PeerPoints } from "../data/askPeers.ts";
import { numberIn } from "../data/readRow.ts";
import type { Peer } from "../data/usePeers.ts";
import type { FigureRow, MeasureMeta } from "../data/viewCatalogue.ts";
import type { TableValue } from "../table/prepareAreaTable.ts";

export interface PeerRow extends Peer {
  values: ReadonlyMap<string, TableValue>;
  /** How far each rate lies above that of the chosen area. Counts of areas of unequal size have no such distance. */
  differences: ReadonlyMap<string, number>;
  /** Nothing is told of this area; null until it was asked about. */
  isMissing: boolean | null;
}

/** A row for each area compared, in the reader's order; those that nothing is told of among them. */
export function preparePeerRows(
  peers: readonly Peer[],
  told: readonly PeerPoints[],
  own: FigureRow | undefined,
  measures: readonly Pick<MeasureMeta, "name" | "isRate">[],
): PeerRow[] {
  return peers.map(({ area, name }) => {
    const answer = told.find((one) => one.area.code === area.code);
    const row = answer?.points[0];
    const values = new Map(measures.map((meta): [string, TableValue] => [meta.name, row?.[meta.name] ?? null]));
    const differences = measures.flatMap((meta): [string, number][] => {
      const [theirs, ours] = [numberIn(row, meta.name), numberIn(own, meta.name)];
      return meta.isRate && theirs !== null && ours !== null ? [[meta.name, theirs - ours]] : [];
    });
    const isMissing = answer ? [...values.values()].every((value) => value === null) : null;
    return { area, name, values, differences: new Map(differences), isMissing };
  });
}
