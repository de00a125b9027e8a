import { randomInt } from "node:crypto";

/** Milliseconds since 1970, and three random digits: later loads have greater ids. */
export const newLoadId = (now: Date): string => String(now.getTime() * 1000 + randomInt(1000));
