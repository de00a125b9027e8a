import type { Logger } from "pino";

/** Cube reports a failure at each layer it passes; the product logs it once, with its request (cubeErrorAnswer.ts). */
export const cubeLog =
  (log: Logger) =>
  (message: string, { error, warning, requestId, duration }: Record<string, unknown> = {}): void =>
    log.debug({ requestId, duration, error, warning }, `cube: ${message}`);
