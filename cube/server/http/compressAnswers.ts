import compression from "compression";
import type { RequestHandler } from "express";

/** Compresses what is text. The list that the middleware looks types up in does not know lines of JSON. */
export const compressAnswers = (): RequestHandler =>
  compression({
    filter: (request, response) =>
      String(response.getHeader("Content-Type")).startsWith("application/x-ndjson") ||
      compression.filter(request, response),
  });
