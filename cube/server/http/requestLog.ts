import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

declare global {
  namespace Express {
    interface Request {
      /** In every log line and error of this request, and in its answer's x-request-id. */
      id: string;
    }
  }
}

const acceptable = /^[\w.-]{1,64}$/;

/** Gives every request an id, its own if it brings one, and logs it when it ends. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const given = request.get("x-request-id");
    request.id = given !== undefined && acceptable.test(given) ? given : randomUUID();
    // Cube takes its own id from here.
    request.headers["x-request-id"] = request.id;
    response.setHeader("X-Request-Id", request.id);
    const started = performance.now();
    response.on("close", () => {
      log.info(
        {
          requestId: request.id,
          method: request.method,
          path: request.originalUrl.split("?", 1)[0],
          status: response.statusCode,
          milliseconds: Math.round(performance.now() - started),
          aborted: !response.writableFinished,
        },
        "request",
      );
    });
    next();
  };
