import type { RequestHandler } from "express";
import { isTooBusy } from "../failures/errors.ts";

/** Lets that many requests be under way at once and turns more away (429): each of them asks the warehouse several questions. */
export const atOnce = (most: number): RequestHandler => {
  let underWay = 0;
  return (_request, response, next) => {
    if (underWay >= most) return next(isTooBusy());
    underWay += 1;
    response.once("close", () => {
      underWay -= 1;
    });
    next();
  };
};
