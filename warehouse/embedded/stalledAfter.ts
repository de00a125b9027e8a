/** A client that sends or reads nothing for so long holds a place for nothing. */
export const STALLED_AFTER_MS = 300_000;
