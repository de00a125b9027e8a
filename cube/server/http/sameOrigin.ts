import type { RequestHandler } from "express";
import { HttpError } from "../failures/errors.ts";

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/** Refuses what changes something and was sent by a page of another site, which would act with its visitor's session. */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers;
  const isReading = request.method === "GET" || request.method === "HEAD";
  const isOwn = origin === undefined || hostOf(origin) === host;
  if (isReading || (isOwn && request.is("application/json") !== false)) return next();
  next(
    new HttpError(
      403,
      "Yêu cầu đến từ trang khác. (The request comes from another site.)",
      "Gửi từ trang này, dạng application/json. (Send it from this page as application/json.)",
    ),
  );
};
