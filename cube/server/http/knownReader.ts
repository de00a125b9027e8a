import type { Request, RequestHandler } from "express";
import { type Access, everyone, nobody } from "../access/access.ts";
import type { GrantedArea } from "../access/ownAreas.ts";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/openAccounts.ts";

declare global {
  namespace Express {
    interface Request {
      /** What the asker may see. Undefined counts as nobody's. */
      access?: Access;
      /** Who asks; undefined before sign-in, and where there are no accounts. */
      account?: Account;
    }
  }
}

/** Whoever was not made known is nobody. */
export const accessOf = ({ access = nobody }: Request): Access => access;

/** Where there are no accounts everyone sees every published figure. */
export const openToEveryone: RequestHandler = (request, _response, next) => {
  request.access = everyone;
  next();
};

/** Asked by the page itself, whether somebody sits before it or not. */
const byItself = new Set(["/api/about", "/api/health"]);

/** Says who asks, by the session's cookie, before anything else looks at the request. */
export const knownReader = (
  accounts: Accounts,
  ownAreasOf: (areas: readonly GrantedArea[]) => Promise<readonly string[]>,
): RequestHandler => {
  const know: (...given: Parameters<RequestHandler>) => Promise<void> = async (request, response) => {
    request.access = nobody;
    const headers = new Headers(request.headers.cookie === undefined ? {} : { cookie: request.headers.cookie });
    const reader = await accounts.readerOf(headers, !byItself.has(request.path));
    if (reader === undefined) return;
    const { account, cookies } = reader;
    for (const cookie of cookies) response.append("Set-Cookie", cookie);
    request.account = account;
    // While the warehouse is away nothing is own, and nothing is answered; the page is.
    const own = account.areas.length === 0 ? [] : await ownAreasOf(account.areas).catch(() => []);
    request.access = { role: account.role, own };
  };
  return (request, response, next) => {
    know(request, response, next).then(() => next(), next);
  };
};
