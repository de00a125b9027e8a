import type { RequestHandler } from "express";
import { signInFirst } from "../access/refusals.ts";

/** What answers before sign-in, beside the page itself: whether the product is well, and signing in. */
const open = new Set([
  "/api/health",
  "/api/account",
  "/api/account/sign-in",
  "/api/account/demonstration",
  "/api/account/password",
]);

/** Stands before every door to data. */
export const onlySignedIn: RequestHandler = (request, _response, next) => {
  const isKnown = request.access !== undefined && request.access.role !== "nobody";
  if (isKnown || open.has(request.baseUrl + request.path)) next();
  else next(signInFirst());
};
