import type { Peer } from "../data/usePeers.ts";
import type { Translate } from "../messages/createTranslate.ts";

/** What an area is called within a sentence. */
export const peerWord = ({ area, name }: Peer, t: Translate): string =>
  area.level === "nation" ? t("peers.theNation") : name;
