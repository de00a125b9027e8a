import { isIP } from "node:net";
import type { RequestHandler } from "express";
import { HttpError } from "../failures/errors.ts";

/** The name of a Host header: without the port, in lower case, an IPv6 address without its brackets; undefined for none. */
const nameOf = (host: string): string | undefined => {
  try {
    return new URL(`http://${host}`).hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  } catch {
    return undefined;
  }
};

const isLoopback = (name: string): boolean =>
  name === "localhost" ||
  name.endsWith(".localhost") ||
  name === "::1" ||
  (isIP(name) === 4 && name.startsWith("127."));

const listensEverywhere = (host: string): boolean => host === "0.0.0.0" || host === "::";

/**
 * Answers only who asks for this server by a name of its own. A page of another site can make its name point here (DNS rebinding), and
 * would then read figures with its visitor's rights; the browser tells that name in the Host header. Own are: loopback names, the
 * address listened on, any address where the server listens on all of them, and what the operator allows.
 */
export const onlyAllowedHosts = (listenHost: string, allowed: readonly string[]): RequestHandler => {
  const own = new Set([listenHost, ...allowed].map((host) => nameOf(isIP(host) === 6 ? `[${host}]` : host)));
  return (request, _response, next) => {
    const { host } = request.headers;
    const name = host === undefined ? undefined : nameOf(host);
    if (host === undefined || (name !== undefined && (isLoopback(name) || own.has(name)))) return next();
    // An address is no name that could be made to point elsewhere.
    if (name !== undefined && isIP(name) > 0 && listensEverywhere(listenHost)) return next();
    next(
      new HttpError(
        421,
        `Máy chủ này không phục vụ tên miền ${JSON.stringify(host)}. (This server is not ${JSON.stringify(host)}.)`,
        `Nếu tên này đúng là của máy chủ: ALLOWED_HOSTS=${name ?? "ten-mien"} npm start.`,
      ),
    );
  };
};
