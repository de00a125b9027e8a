import { type AreaRef, NATION, parseAreaCode } from "./areaRef.ts";

/** An area to compare with. The nation and the unit above stand for themselves: they follow when the reader drills. */
export type PeerRef = "nation" | "parent" | AreaRef;
/** Where they stand in the address. */
export const PEERS_KEY = "with";
/** More lines than these, beside the nation and the unit above, nobody tells apart. */
export const MOST_UNITS = 5;

export const isSamePeer = (a: PeerRef, b: PeerRef): boolean => codeOf(a) === codeOf(b);
export const isUnit = (peer: PeerRef): peer is AreaRef => typeof peer !== "string";
const codeOf = (peer: PeerRef): string => (isUnit(peer) ? peer.code : peer);

/** Reads `nation,parent,79,48`. What names no other area, or one too many, is refused. */
export function parsePeers(
  text: string,
  { area, structure }: { area: AreaRef; structure: "then" | "now" },
): { peers: PeerRef[]; refused: string[] } {
  const peers: PeerRef[] = [];
  const refused: string[] = [];
  for (const word of text.split(",")) {
    const peer = word === "nation" || word === "parent" ? word : parseAreaCode(word);
    const isPeer =
      peer !== undefined &&
      !peers.some((known) => isSamePeer(known, peer)) &&
      (!isUnit(peer) ||
        (![NATION.code, area.code].includes(peer.code) &&
          !(structure === "now" && peer.level === "district") &&
          peers.filter(isUnit).length < MOST_UNITS));
    if (isPeer) peers.push(peer);
    else refused.push(word);
  }
  return { peers, refused };
}

/** The inverse of {@link parsePeers}; null for none. An area is not compared with itself: it leaves the list when it is opened. */
export const writePeers = (peers: readonly PeerRef[], area: AreaRef): string | null =>
  peers
    .map(codeOf)
    .filter((code) => code !== area.code)
    .join(",") || null;

/** The areas that these stand for, each once. The nation is compared with nothing; the unit above waits until it is known. */
export function resolvePeers(peers: readonly PeerRef[], area: AreaRef, parent: AreaRef | undefined): AreaRef[] {
  if (area.level === "nation") return [];
  const areas = peers.flatMap((peer) => (peer === "nation" ? [NATION] : peer === "parent" ? (parent ?? []) : [peer]));
  return areas.filter(({ code }, index) => code !== area.code && areas.findIndex((one) => one.code === code) === index);
}

/**
 * The same areas in the other structure. Units that become one are compared once; one that is no longer apart from the
 * area itself, or lies nowhere, is lost.
 * @param move where a unit lies there; the nation: nobody knows
 * @param area the chosen area there
 */
export function movePeers(
  peers: readonly PeerRef[],
  move: (unit: AreaRef) => AreaRef,
  area: AreaRef,
): { peers: PeerRef[]; lost: AreaRef[] } {
  const moved: PeerRef[] = [];
  const lost: AreaRef[] = [];
  for (const peer of peers) {
    const to = isUnit(peer) ? move(peer) : peer;
    if (isUnit(peer) && isUnit(to) && (to.level === "nation" || to.code === area.code)) lost.push(peer);
    else if (!moved.some((known) => isSamePeer(known, to))) moved.push(to);
  }
  return { peers: moved, lost };
}
