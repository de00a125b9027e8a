/** How a line looks: told apart by dashes too, never by colour alone. */
export interface PeerStroke {
  colour: "accent" | "muted" | "better" | "warn" | "text";
  /** Lengths of strokes and gaps; none: solid. */
  dash: number[];
  width: number;
}

const CHOSEN: PeerStroke = { colour: "accent", dash: [], width: 3 };
/** As many as can be compared: the nation, the unit above and five others. */
const PEERS: readonly PeerStroke[] = [
  { colour: "muted", dash: [], width: 1.5 },
  { colour: "better", dash: [7, 3], width: 1.5 },
  { colour: "warn", dash: [2, 2], width: 1.5 },
  { colour: "text", dash: [9, 3, 2, 3], width: 1.25 },
  { colour: "better", dash: [3, 3], width: 1.5 },
  { colour: "warn", dash: [9, 3, 2, 3], width: 1.5 },
  { colour: "muted", dash: [2, 3], width: 1.5 },
];

/** @param place in the list of lines, the chosen area's being the first */
export const peerStroke = (place: number): PeerStroke =>
  (place === 0 ? undefined : PEERS[(place - 1) % PEERS.length]) ?? CHOSEN;
