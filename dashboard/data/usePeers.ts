import { createContext, useContext } from "react";
import { type AreaRef, NATION } from "../url/areaRef.ts";

/** An area that the chosen one is compared with. */
export interface Peer {
  area: AreaRef;
  /** As short as tells it apart: for the end of a line. */
  name: string;
}
export interface Peers {
  /** The chosen area, as it is called beside them. */
  here: Peer;
  peers: readonly Peer[];
  /** One more is meant, and it is not known yet which: the unit above. */
  isWaiting: boolean;
  /** Codes of which the structure knows no unit. */
  unknown: readonly string[];
}

export const PeersContext = createContext<Peers>({
  here: { area: NATION, name: "" },
  peers: [],
  isWaiting: false,
  unknown: [],
});
/** Where figures stand beside those of other areas: which, in the reader's order. */
export const usePeers = (): Peers => useContext(PeersContext);
