import type { AreaRef } from "../url/areaRef.ts";
import type { Peer } from "./usePeers.ts";
import type { FigureRow } from "./viewCatalogue.ts";

/** What is told of an area that the chosen one is compared with. */
export interface PeerPoints<R = FigureRow> {
  area: AreaRef;
  points: readonly R[];
}

/** The same question put to each area compared, all at once: they leave with the page's other questions. */
export const askPeers = <R>(
  peers: readonly Pick<Peer, "area">[],
  ask: (area: AreaRef) => Promise<readonly R[]>,
): Promise<PeerPoints<R>[]> => Promise.all(peers.map(async ({ area }) => ({ area, points: await ask(area) })));
