import type { RequestHandler } from "express";
import type { Permission } from "../access/permissions.ts";
import { grantedExtent, notGranted } from "../access/refusals.ts";
import { accessOf } from "./knownReader.ts";

/** Before a door whose answer cannot be told by area: who has own areas is refused there too. */
export const onlyGranted =
  (permission: Permission): RequestHandler =>
  (request, _response, next) => {
    if (grantedExtent(accessOf(request), permission) === "all") next();
    else next(notGranted(permission));
  };
